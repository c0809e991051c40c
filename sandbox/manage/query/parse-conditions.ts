import { badRequest } from '../refusal';
import { tokenize, type Literal, type Token } from './tokens';

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'contains' | 'like' | 'in';

export interface Comparison {
  readonly type: 'comparison';
  readonly path: string;
  readonly operator: Operator;
  readonly negated: boolean;
  /** One, or for `in` one or more. */
  readonly values: readonly Literal[];
}

export type Condition =
  Comparison | { readonly type: 'and' | 'or'; readonly parts: readonly [Condition, ...Condition[]] };

const SYMBOLS = ['=', '!=', '<', '<=', '>', '>='];
const WORDS = ['contains', 'like', 'in'];

/**
 * Reads a `conditions` text: comparisons joined by `and` and `or` (the first binds tighter), parentheses around
 * either; `not` stands between the property and `in`, `like` or `contains`.
 * @throws Refusal 400
 */
export function parseConditions(text: string): Condition {
  const tokens = tokenize(text);
  let at = 0;

  const condition = disjunction();
  if (at < tokens.length) throw unexpected('the end');
  return condition;

  function disjunction(): Condition {
    return joined('or', () => joined('and', operand));
  }

  function joined(type: 'and' | 'or', next: () => Condition): Condition {
    const first = next();
    const rest: Condition[] = [];
    while (takeWord(type)) rest.push(next());
    return rest.length === 0 ? first : { type, parts: [first, ...rest] };
  }

  function operand(): Condition {
    if (!takeSymbol('(')) return comparison();
    const inner = disjunction();
    if (!takeSymbol(')')) throw unexpected(')');
    return inner;
  }

  function comparison(): Comparison {
    const path = take((token) => (token.type === 'word' ? token.text : undefined)) ?? refuse('a property');
    const negated = takeWord('not');
    const operator = take((token) => operatorOf(token, negated)) ?? refuse('an operator');
    return { type: 'comparison', path, operator, negated, values: operator === 'in' ? list() : [value()] };
  }

  function list(): Literal[] {
    if (!takeSymbol('(')) throw unexpected('(');
    const values = [value()];
    while (takeSymbol(',')) values.push(value());
    if (!takeSymbol(')')) throw unexpected(')');
    return values;
  }

  function value(): Literal {
    return take((token) => (token.type === 'literal' ? token.literal : undefined)) ?? refuse('a value');
  }

  function take<T>(read: (token: Token) => T | undefined): T | undefined {
    const token = tokens[at];
    const taken = token && read(token);
    if (taken !== undefined) at += 1;
    return taken;
  }

  function takeWord(word: string): boolean {
    return (
      take((token) => (token.type === 'word' && token.text.toLowerCase() === word) || undefined) ?? false
    );
  }

  function takeSymbol(symbol: string): boolean {
    return take((token) => (token.type === 'symbol' && token.text === symbol) || undefined) ?? false;
  }

  function unexpected(wanted: string): Error {
    const token = tokens[at];
    const found = token === undefined ? 'the end' : token.type === 'literal' ? 'a value' : token.text;
    return badRequest(`Conditions cannot be read: expected ${wanted}, found ${found}`);
  }

  function refuse(wanted: string): never {
    throw unexpected(wanted);
  }
}

function operatorOf(token: Token, negated: boolean): Operator | undefined {
  if (token.type === 'symbol')
    return !negated && SYMBOLS.includes(token.text) ? (token.text as Operator) : undefined;
  if (token.type !== 'word') return undefined;
  const word = token.text.toLowerCase();
  return WORDS.includes(word) ? (word as Operator) : undefined;
}
