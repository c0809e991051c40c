import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PATIENCE_MS } from './tests/e2e/support/patience-ms.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const alias = {
  '@': here('.'),
  '#i18n': here('tests/unit/support/i18n.ts'),
};

/** Rows by the thousand outlive the little room that Node has for what is new, and would be moved about without end. */
const execArgv = ['--max-semi-space-size=64'];

/**
 * Two browsers at a time, since one that waits for the other side leaves the machine idle. Each file has browsers, worlds
 * and servers of its own and leaves nothing behind, so that what drives them is loaded once and not for each file.
 */
const browserTest = { maxWorkers: 2, isolate: false, testTimeout: 180_000, hookTimeout: 180_000 };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    expect: { poll: { timeout: PATIENCE_MS } },
    projects: [
      {
        extends: true,
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/{unit,contract}/**/*.test.{ts,tsx}'],
          setupFiles: [
            'tests/support/json-with-source.ts',
            'tests/support/patience.ts',
            'tests/support/fresh-document.ts',
          ],
          testTimeout: 120_000,
          execArgv,
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
