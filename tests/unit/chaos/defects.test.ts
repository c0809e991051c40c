import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFECTS } from '../../chaos/defects';

it.each(DEFECTS.map((defect) => [defect.what, defect] as const))(
  'a product that %s can still be made of the one there is',
  (_, { changes }) => {
    for (const [file, good] of changes) {
      const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
      expect(text.split(good)).toHaveLength(2);
    }
  },
);
