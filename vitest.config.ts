import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/require.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The machine this has to pass on has two cores; more workers only fight over them.
    maxWorkers: 2,
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'json-summary'] },
  },
});
