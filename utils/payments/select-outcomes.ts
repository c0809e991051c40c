import { toDecimalText, type Money } from './money';
import type { Outcome, OutcomeKind } from './outcome';
import type { Reason } from './reason';

export const OUTCOME_ORDERS = ['number', 'company', 'amount', 'reason'] as const;
export type OutcomeOrder = (typeof OUTCOME_ORDERS)[number];

/** Which of a run's outcomes somebody wants to see, and in which order. */
export interface OutcomeQuery {
  readonly kind: OutcomeKind;
  /** Each of its words has to be in the number, the company, the amount or the reasons, whatever its case. */
  readonly search: string;
  readonly order: OutcomeOrder;
  readonly descending: boolean;
}

/**
 * The outcomes asked for, in order. Outcomes of the same rank stay in the order of their numbers.
 * @param reasonText the sentence of a reason in the reader's language
 * @param locale BCP 47, whose alphabet counts; the browser's own when left out
 */
export function selectOutcomes(
  outcomes: readonly Outcome[],
  { kind, search, order, descending }: OutcomeQuery,
  reasonText: (reason: Reason) => string,
  locale?: string,
): readonly Outcome[] {
  const words = fold(search).split(/\s+/u).filter(Boolean);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const ranks: Record<OutcomeOrder, (a: Row, b: Row) => number> = {
    number: () => 0,
    company: (a, b) => lastIfEmpty(a.company, b.company, compare),
    amount: (a, b) => compareAmounts(a.amount, b.amount),
    reason: (a, b) => lastIfEmpty(a.reasons, b.reasons, compare),
  };
  const sign = descending ? -1 : 1;
  return outcomes
    .filter((outcome) => outcome.kind === kind)
    .map((outcome) => rowOf(outcome, reasonText))
    .filter((row) => words.length === 0 || hasAll(textOf(row), words))
    .sort((a, b) => sign * (ranks[order](a, b) || compare(a.outcome.invoiceNumber, b.outcome.invoiceNumber)))
    .map(({ outcome }) => outcome);
}

/** What an outcome is found and ordered by, looked up once. */
interface Row {
  readonly outcome: Outcome;
  readonly company: string;
  readonly amount: Money | null;
  readonly reasons: string;
}

function rowOf(outcome: Outcome, reasonText: (reason: Reason) => string): Row {
  const { company = '', reasons } = outcome;
  const sentences = reasons.map((reason) => reasonText(reason));
  return { outcome, company, amount: amountOf(outcome), reasons: sentences.join(' ') };
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word) || text.includes(plainFigure(word)));
}

function textOf({ outcome: { invoiceNumber }, company, amount, reasons }: Row): string {
  const plain = amount === null ? '' : `${toDecimalText(amount)} ${amount.currency}`;
  return fold([invoiceNumber, company, plain, reasons].join('\n'));
}

/** A figure as it stands in a list, such as `2,937.50` or `2.937,50`, with a plain decimal point; any other word as it is. */
function plainFigure(word: string): string {
  if (!/^\d[\d.,'’]*$/.test(word)) return word;
  const [, whole = '', , decimals] = /^(.*?)(?:([.,])(\d{0,2}))?$/.exec(word) ?? [];
  const digits = whole.replaceAll(/\D/g, '');
  return decimals === undefined ? digits : `${digits}.${decimals}`;
}

/** What people look for an invoice by: what Manage shows or should show as paid, else what it is over. */
function amountOf({ change, total }: Outcome): Money | null {
  return change?.to.amount ?? change?.from.amount ?? total ?? null;
}

/** Amounts of one currency stand together: two currencies cannot be compared. */
function compareAmounts(a: Money | null, b: Money | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  return a.minor - b.minor;
}

function lastIfEmpty(a: string, b: string, compare: (a: string, b: string) => number): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return compare(a, b);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
