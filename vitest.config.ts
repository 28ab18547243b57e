import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.{test,prop}.ts', 'packages/*/test/**/*.{test,prop}.ts', 'tools/**/*.test.ts'],
    // Compiles the epoch kernel when its sources have changed.
    globalSetup: './tools/buildKernel.mjs',
    pool: 'threads',
    isolate: false,
    // Most of the longer tests wait for processes that they start.
    maxWorkers: 2,
    testTimeout: 120_000,
    reporters: ['default', './tools/plainReporter.ts'],
  },
});
