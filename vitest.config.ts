import { defineConfig } from 'vitest/config';

// CI names a file for a report in JSON beside the usual one, to read the counts from.
const report = process.env.VITEST_JSON;

// Fixture sites are built, and a browser and a database server are started, on two cores.
const patience = { testTimeout: 60_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/faults/**'],
          setupFiles: 'tests/same-examples.ts',
          ...patience,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/sample-site.ts',
          ...patience,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          ...patience,
        },
      },
    ],
  },
});
