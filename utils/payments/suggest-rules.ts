import type { MatchPreview, MatchSuggestion } from './match-preview';
import { comparableInManage, numberInManage, SAME_NUMBER, type NumberRule } from './number-rule';

const MOST_SUGGESTIONS = 3;

/** What one side may put before or behind a number. */
const LONGEST_AFFIX = 15;

/** A number that begins or ends with another one by chance says nothing; two that do are a pattern. */
const FEWEST_MORE = 2;

/** Rules by which more of the tried invoices would match, the best one first. */
export function suggestionsFor({ lines, rule, newestInManage }: MatchPreview): readonly MatchSuggestion[] {
  const inBooks = lines.map((line) => line.inBooks);
  return suggestRules(inBooks, newestInManage, rule);
}

/**
 * Finds rules by which more invoices of the books have exactly one counterpart among invoices of Manage than by the
 * rule at hand, and none has lost its own.
 * @param inBooks numbers of the books, as they stand there
 * @param inManage numbers of Manage, each once for every invoice
 */
export function suggestRules(
  inBooks: readonly string[],
  inManage: readonly string[],
  rule: NumberRule,
): readonly MatchSuggestion[] {
  const now = matchedBy(rule, inBooks, inManage);
  const unmatched = inBooks.filter((number) => !now.has(number));
  const candidates = new Map<string, NumberRule>();
  for (const books of unmatched) {
    for (const manage of inManage) {
      for (const each of rulesBetween(books, manage)) candidates.set(JSON.stringify(each), each);
    }
  }
  return [...candidates.values()]
    .map((each) => ({ rule: each, matched: matchedBy(each, inBooks, inManage) }))
    .filter(({ matched }) => [...now].every((number) => matched.has(number)))
    .map(({ rule: each, matched }) => ({ rule: each, more: matched.size - now.size }))
    .filter(({ more }) => more >= Math.min(FEWEST_MORE, unmatched.length) && more > 0)
    .sort((a, b) => b.more - a.more || lengthOf(a.rule) - lengthOf(b.rule))
    .slice(0, MOST_SUGGESTIONS);
}

/** Numbers of the books that have exactly one counterpart by a rule. */
function matchedBy(
  rule: NumberRule,
  inBooks: readonly string[],
  inManage: readonly string[],
): ReadonlySet<string> {
  const held = new Map<string, number>();
  for (const number of inManage) {
    const comparable = comparableInManage(number, rule);
    held.set(comparable, (held.get(comparable) ?? 0) + 1);
  }
  const wanted = new Map<string, number>();
  for (const number of inBooks) {
    const comparable = numberInManage(number, rule) ?? '';
    wanted.set(comparable, (wanted.get(comparable) ?? 0) + 1);
  }
  return new Set(
    inBooks.filter((number) => {
      const comparable = numberInManage(number, rule);
      return comparable !== null && held.get(comparable) === 1 && wanted.get(comparable) === 1;
    }),
  );
}

/** Rules by which these two numbers are the same one. */
function rulesBetween(books: string, manage: string): NumberRule[] {
  const rules: NumberRule[] = [];
  const add = (change: Partial<NumberRule>): void => void rules.push({ ...SAME_NUMBER, ...change });
  if (manage.endsWith(books)) add({ managePrefix: manage.slice(0, manage.length - books.length) });
  if (manage.startsWith(books)) add({ manageSuffix: manage.slice(books.length) });
  if (books.endsWith(manage)) add({ booksPrefix: books.slice(0, books.length - manage.length) });
  if (books.startsWith(manage)) add({ booksSuffix: books.slice(manage.length) });
  const [here, there] = [books, manage].map((text) => /^(\D*)(0*)(.+)$/.exec(text));
  if (here && there && here[3] === there[3]) {
    const [, booksPrefix = '', booksZeros = ''] = here;
    const [, managePrefix = '', manageZeros = ''] = there;
    const leadingZeros = booksZeros === manageZeros ? 'exact' : 'ignored';
    add({ booksPrefix, managePrefix, leadingZeros });
  }
  return rules.filter((each) => lengthOf(each) <= LONGEST_AFFIX * 2 && JSON.stringify(each) !== SAME);
}

const SAME = JSON.stringify(SAME_NUMBER);

function lengthOf({
  booksPrefix,
  booksSuffix,
  managePrefix,
  manageSuffix,
  leadingZeros,
}: NumberRule): number {
  const affixes = [booksPrefix, booksSuffix, managePrefix, manageSuffix];
  if (affixes.some(({ length }) => length > LONGEST_AFFIX)) return Infinity;
  return affixes.join('').length + (leadingZeros === 'ignored' ? 1 : 0);
}
