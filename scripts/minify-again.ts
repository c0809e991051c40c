import { minify } from 'terser';
import type { Plugin } from 'vite';

/**
 * Takes out of the bundles what the bundler's own minifier leaves: over a kilobyte of worker (gzip) that every start of
 * the browser would load.
 */
export function minifyAgain(): Plugin {
  return {
    name: 'minify-again',
    apply: 'build',
    async generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = await minify(chunk.code, { ecma: 2020, compress: { passes: 2 } });
        if (code !== undefined) chunk.code = code;
      }
    },
  };
}
