import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

const seeded = fileURLToPath(new URL('./tests/support/fast-check.ts', import.meta.url));

/** Gives the tests `fast-check` with a seed. A setup file would load it for the many that have no property test. */
const seeds: Plugin = {
  name: 'seeds',
  enforce: 'pre',
  resolveId: (source, importer) => (source === 'fast-check' && importer !== seeded ? seeded : null),
};

export default defineConfig({
  plugins: [seeds],
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The machine this has to pass on has two cores; more workers only fight over them.
    maxWorkers: 2,
    // Loading every module anew for every file takes a third of the whole time.
    isolate: false,
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'json-summary'] },
  },
});
