/**
 * Ends a test run with the one line that scripts read: `N passed, N failed`. What was skipped is neither; a test that says why it was
 * skipped is told before that line.
 */

import type { Reporter, TestModule, TestSuite } from 'vitest/node';

export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap(({ children }) => [...children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    // A test that never came to an end, as when the run was interrupted, has not passed.
    const failedTests = tests.filter((test) => ['failed', 'pending'].includes(test.result().state)).length;
    // A file that cannot be loaded and a hook that throws leave their tests skipped.
    const failedSuites = modules.flatMap((module): (TestModule | TestSuite)[] => [module, ...module.children.allSuites()]).filter((suite) => suite.errors().length > 0).length;
    const emptyModules = modules.filter((module) => module.errors().length === 0 && [...module.children.allTests()].length === 0).length;
    for (const test of tests) {
      const result = test.result();
      if (result.state === 'skipped' && result.note !== undefined) console.log(`skipped: ${test.fullName}: ${result.note}`);
    }
    console.log(`${passed} passed, ${failedTests + failedSuites + emptyModules + unhandledErrors.length} failed`);
  }
}
