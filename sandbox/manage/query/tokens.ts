import { badRequest } from '../refusal';

/** A value written into conditions. */
export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly value: number }
  | { readonly kind: 'null' };

export type Token =
  | { readonly type: 'literal'; readonly literal: Literal }
  | { readonly type: 'word'; readonly text: string }
  | { readonly type: 'symbol'; readonly text: string };

const PATTERNS =
  /\s*(?:"(?<string>[^"]*)"|\[(?<date>[^\]]*)\]|(?<number>-?\d+(?:\.\d+)?)(?![\w/])|(?<word>[A-Za-z_]\w*(?:\/\w+)*)|(?<symbol>!=|<=|>=|[=<>(),]))/y;

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/**
 * Cuts a `conditions` text into tokens. A string runs to the next double quote: no way of writing one inside is
 * documented. Source: ConnectWise Developer Guide, "Conditions".
 * @throws Refusal 400
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERNS);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const at = pattern.lastIndex;
    const found = pattern.exec(text)?.groups;
    if (!found) throw badRequest(`Conditions cannot be read at position ${at}: ${text.slice(at, at + 20)}`);
    tokens.push(toToken(found));
  }
  return tokens;
}

function toToken({ string, date, number, word, symbol }: Record<string, string | undefined>): Token {
  if (string !== undefined) return literal({ kind: 'string', value: string });
  if (number !== undefined) return literal({ kind: 'number', value: Number(number) });
  if (date !== undefined) {
    const value = DATE_TIME.test(date) ? Date.parse(date) : NaN;
    if (Number.isNaN(value)) throw badRequest(`String was not recognized as a valid DateTime: [${date}]`);
    return literal({ kind: 'date', value });
  }
  if (word === undefined) return { type: 'symbol', text: symbol ?? '' };
  if (/^(true|false)$/i.test(word)) return literal({ kind: 'boolean', value: /^t/i.test(word) });
  return word === 'null' ? literal({ kind: 'null' }) : { type: 'word', text: word };
}

const literal = (value: Literal): Token => ({ type: 'literal', literal: value });
