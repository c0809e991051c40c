import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const alias = {
  '@': here('.'),
  '#i18n': here('tests/unit/support/i18n.ts'),
};

/** Two browsers at a time, since one that waits for the other side leaves the machine idle. */
const browserTest = { maxWorkers: 2, testTimeout: 180_000, hookTimeout: 180_000 };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // A machine that is busy with other things is no mistake.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/{unit,contract}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/json-with-source.ts', 'tests/support/patience.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        resolve: { alias },
        test: {
          ...browserTest,
          name: 'start',
          include: ['tests/e2e/start/*.test.ts'],
          // It builds what the other browser tests run.
          testTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        resolve: { alias },
        test: {
          ...browserTest,
          name: 'e2e',
          include: ['tests/e2e/*.test.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        resolve: { alias },
        test: {
          ...browserTest,
          name: 'e2e-firefox',
          include: ['tests/e2e/firefox/*.test.ts'],
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
