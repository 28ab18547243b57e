import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.{test,prop}.ts', 'packages/*/test/**/*.{test,prop}.ts', 'tools/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 120_000,
    reporters: ['default', './tools/plainReporter.ts'],
  },
});
