import { describe, expect, it } from 'vitest';
import { obfuscateClassNames } from '@/sandbox/manage/page/class-names';

describe('compiled class names', () => {
  const css = '.host-grid > .mm_grid{} .host-grid:hover .host-grid-row{}';

  it('replace those of the style sheet and leave the stable ones', () => {
    const { css: compiled, names } = obfuscateClassNames(css, 'GMDB3DUB');
    expect(compiled).toBe(`.${names['grid']} > .mm_grid{} .${names['grid']}:hover .${names['grid-row']}{}`);
    expect(names['grid']).toMatch(/^GMDB3DUB[A-Z]{3}$/);
  });

  it('are never given twice', () => {
    const many = Array.from({ length: 300 }, (_, at) => `.host-${'x'.repeat(at + 1)}{}`).join('');
    expect(new Set(Object.values(obfuscateClassNames(many, 'G').names)).size).toBe(300);
  });

  it('have nothing in common with those of another load', () => {
    const one = Object.values(obfuscateClassNames(css, 'GAAAAAAA').names);
    const other = Object.values(obfuscateClassNames(css, 'GBBBBBBB').names);
    expect(one.filter((name) => other.includes(name))).toEqual([]);
  });
});
