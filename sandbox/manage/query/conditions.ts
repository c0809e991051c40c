import { badRequest } from '../refusal';
import { parseConditions, type Comparison, type Condition, type Operator } from './parse-conditions';
import { kindAt, valueAt, type Kind, type Shape, type WireObject } from './shape';
import { plainText, textPattern } from './text-pattern';
import type { Literal } from './tokens';

export type Predicate = (object: WireObject) => boolean;

const OPERATORS: Record<'string' | 'number' | 'boolean' | 'date', readonly Operator[]> = {
  string: ['=', '!=', '<', '<=', '>', '>=', 'contains', 'like', 'in'],
  number: ['=', '!=', '<', '<=', '>', '>=', 'in'],
  boolean: ['=', '!='],
  date: ['=', '!=', '<', '<=', '>', '>='],
};

/**
 * Compiles a `conditions` text for objects of a shape.
 * @throws Refusal 400 for a text that cannot be read, a property the shape lacks, or a value of the wrong type
 */
export function compileConditions(text: string, shape: Shape): Predicate {
  return compile(parseConditions(text), shape);
}

function compile(condition: Condition, shape: Shape): Predicate {
  if (condition.type === 'comparison') return compileComparison(condition, shape);
  const parts = condition.parts.map((part) => compile(part, shape));
  return condition.type === 'and'
    ? (object) => parts.every((part) => part(object))
    : (object) => parts.some((part) => part(object));
}

function compileComparison({ path, operator, negated, values }: Comparison, shape: Shape): Predicate {
  const { at, kind } = comparable(path, shape);
  if (!OPERATORS[kind].includes(operator)) throw badRequest(`${operator} cannot be used on ${path}`);
  const tests = values.map((value) => compileTest(path, kind, operator, value));
  return (object) => {
    const held = valueAt(object, at) ?? null;
    const holds = tests.some((test) => test(held));
    return negated ? held !== null && !holds : holds;
  };
}

function comparable(path: string, shape: Shape): { at: string; kind: keyof typeof OPERATORS } {
  // Every list can be asked for what has changed, under a name that its objects do not have.
  if (/^[Ll]astUpdated$/.test(path) && '_info' in shape) return { at: '_info/lastUpdated', kind: 'date' };
  const kind: Kind | Shape | undefined = path.startsWith('_info') ? undefined : kindAt(shape, path);
  if (kind === undefined) throw badRequest(`${path} is not a property that conditions can name`);
  if (typeof kind === 'object' || kind === 'list' || kind === 'map') {
    throw badRequest(`${path} cannot be compared with a value`);
  }
  return { at: path, kind };
}

function compileTest(
  path: string,
  kind: keyof typeof OPERATORS,
  operator: Operator,
  literal: Literal,
): (held: unknown) => boolean {
  if (literal.kind === 'null') {
    if (operator === '=') return (held) => held === null;
    if (operator === '!=') return (held) => held !== null;
    throw badRequest(`null cannot be used with ${operator}`);
  }
  if (literal.kind !== kind) throw badRequest(`${path} is a ${kind} and was compared with a ${literal.kind}`);
  if (
    literal.kind === 'string' &&
    operator !== '<' &&
    operator !== '<=' &&
    operator !== '>' &&
    operator !== '>='
  ) {
    const pattern = textPattern(
      literal.value,
      operator === 'like' || operator === 'contains' ? operator : 'whole',
    );
    return (held) => typeof held === 'string' && pattern.test(held) === (operator !== '!=');
  }
  const wanted = literal.kind === 'string' ? plainText(literal.value).toLowerCase() : literal.value;
  return (held) => held !== null && ordered(order(sortable(held, kind), wanted), operator);
}

const sortable = (held: unknown, kind: Kind): string | number | boolean => {
  if (typeof held === 'string') return kind === 'date' ? Date.parse(held) : held.toLowerCase();
  return held as number | boolean;
};

const order = <T extends string | number | boolean>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

function ordered(order: number, operator: Operator): boolean {
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  if (operator === '>') return order > 0;
  if (operator === '>=') return order >= 0;
  return (order === 0) === (operator !== '!=');
}
