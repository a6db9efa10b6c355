import { defineConfig } from 'vitest/config';

// In CI a report in JSON is written beside the usual one, so that its counts can be read.
const report = process.env.VITEST_JSON;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    // Fixture sites are built and a browser and a database server are started on two cores.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
});
