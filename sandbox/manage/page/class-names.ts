/** A style sheet whose own class names were replaced, and what each became. */
export interface ObfuscatedStyle {
  readonly css: string;
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Does to a style sheet what Manage's compiler does: `.host-toolbar` becomes something like `.GMDB3DUBBXF`, another at
 * every load, so that nothing can be found by it. Classes without the prefix `host-` are left alone.
 */
export function obfuscateClassNames(css: string, prefix: string): ObfuscatedStyle {
  const names: Record<string, string> = {};
  let count = 0;
  const obfuscated = css.replace(/\.host-([a-z-]+)/g, (_, name: string) => {
    names[name] ??= `${prefix}${threeLetters(count++)}`;
    return `.${names[name]}`;
  });
  return { css: obfuscated, names };
}

function threeLetters(index: number): string {
  const letter = (value: number): string => String.fromCharCode(65 + (value % 26));
  return `B${letter(Math.trunc(index / 26))}${letter(index * 7 + 5)}`;
}
