import type { VendorAlias } from '@/utils/payments/whose-order';

/** Aliases of vendors as people write them, one a line: what the books say, `=`, what Manage says. */
export function aliasLines(vendors: readonly VendorAlias[]): readonly string[] {
  return vendors.map(({ books, manage }) => `${books} = ${manage}`);
}

/** The aliases of such lines; null where one of them does not name both sides. */
export function aliasesFrom(lines: readonly string[]): readonly VendorAlias[] | null {
  const aliases = lines.map((line) => {
    const [books = '', ...rest] = line.split('=');
    return { books: books.trim(), manage: rest.join('=').trim() };
  });
  return aliases.some(({ books, manage }) => books === '' || manage === '') ? null : aliases;
}
