import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The tests that are to notice a mutant: those of the mutated rooms, and none that take long. */
export default defineConfig({
  root: here('../..'),
  resolve: { alias: { '@': here('../..'), '#i18n': here('../unit/support/i18n.ts') } },
  // No test leaves anything behind for another, and to load everything anew for each file takes longer than the tests.
  test: {
    include: ['tests/unit/{payments,sync}/**/*.test.ts'],
    setupFiles: ['tests/support/json-with-source.ts'],
    isolate: false,
  },
});
