import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const alias = {
  '@': here('.'),
  '#i18n': here('tests/unit/support/i18n.ts'),
};

/** One browser at a time: each takes what the machine has. */
const browserTest = { fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/{unit,contract}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/json-with-source.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        resolve: { alias },
        test: { ...browserTest, name: 'e2e', include: ['tests/e2e/*.test.ts'] },
      },
      {
        extends: true,
        resolve: { alias },
        test: { ...browserTest, name: 'e2e-firefox', include: ['tests/e2e/firefox/*.test.ts'] },
      },
    ],
  },
});
