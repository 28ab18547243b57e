import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.{test,prop}.ts', 'packages/*/test/**/*.{test,prop}.ts', 'tools/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
  },
});
