import { comparison, textTest } from './comparison';
import { badRequest, notImplemented, unknownProperty, type ODataRefusal } from './refusal';
import type { ColumnType, Row, Shape } from './shape';
import { tokensOf, type Token } from './tokens';

interface Node {
  readonly columns: ReadonlySet<string>;
  readonly test: (row: Row) => boolean;
}

/** A column, or a text function of one. */
export interface Operand {
  readonly column: string;
  readonly type: ColumnType;
  readonly of: (row: Row) => unknown;
}

const OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Operator = (typeof OPERATORS)[number];
const TESTS = ['startswith', 'endswith', 'contains'] as const;

/**
 * Reads a `$filter` as these servers do: comparisons of a column with a literal, `and`, and `or` between comparisons
 * of one and the same column. Lambdas are skipped without a word.
 */
export function readFilter(filter: string, shape: Shape): (row: Row) => boolean {
  const tokens = tokensOf(filter);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const isName = (text: string): boolean => peek()?.kind === 'name' && peek()?.text === text;
  const isSign = (text: string): boolean => peek()?.kind === 'sign' && peek()?.text === text;
  const malformed = (): ODataRefusal =>
    badRequest(
      `Syntax error at position ${at} in '${filter}'.`,
      `Syntaksfeil på posisjon ${at} i '${filter}'.`,
    );

  function take(): Token {
    const token = tokens[at];
    if (token === undefined) throw malformed();
    at += 1;
    return token;
  }
  function takeSign(text: string): void {
    if (!isSign(text)) throw malformed();
    at += 1;
  }

  const { test } = either();
  if (at < tokens.length) throw malformed();
  return test;

  function either(): Node {
    const nodes = [both()];
    while (isName('or')) {
      at += 1;
      nodes.push(both());
    }
    if (nodes.length === 1 && nodes[0] !== undefined) return nodes[0];
    const columns = union(nodes);
    if (columns.size > 1) {
      throw badRequest(
        "The 'OR' operator is not supported on distinct fields on an OData filter.",
        "Operatoren 'OR' støttes ikke for ulike felt i et OData-filter.",
        'BadRequest_MethodNotImplemented',
      );
    }
    return { columns, test: (row) => nodes.some((node) => node.test(row)) };
  }

  function both(): Node {
    const nodes = [one()];
    while (isName('and')) {
      at += 1;
      nodes.push(one());
    }
    return { columns: union(nodes), test: (row) => nodes.every((node) => node.test(row)) };
  }

  function one(): Node {
    if (isSign('(')) {
      at += 1;
      const node = either();
      takeSign(')');
      return node;
    }
    if (isName('not'))
      throw notImplemented("The operator 'not' is not supported.", "Operatoren 'not' støttes ikke.");
    const name = peek()?.text ?? '';
    if (/\/(any|all)$/.test(name)) return lambda();
    const call = TESTS.find((each) => each === name);
    if (call !== undefined && tokens[at + 1]?.text === '(') {
      at += 2;
      const operand = operandOf();
      takeSign(',');
      const literal = take();
      takeSign(')');
      return { columns: new Set([operand.column]), test: textTest(call, operand, literal) };
    }
    const operand = operandOf();
    if (isName('in'))
      throw notImplemented("The operator 'in' is not supported.", "Operatoren 'in' støttes ikke.");
    const operator = OPERATORS.find((each) => each === peek()?.text);
    if (operator === undefined) throw malformed();
    at += 1;
    return { columns: new Set([operand.column]), test: comparison(operand, operator, take(), shape) };
  }

  function operandOf(): Operand {
    const { kind, text } = take();
    if (kind !== 'name') throw malformed();
    if (isSign('(')) {
      at += 1;
      const inner = operandOf();
      const change = textFunction(text);
      takeSign(')');
      return { ...inner, of: (row) => change(String(inner.of(row))) };
    }
    const type = shape.columns[text];
    if (type === undefined) throw unknownProperty(text, shape.entity);
    if (shape.reckoned.has(text)) {
      throw notImplemented(
        `Filtering on the property '${text}' is not supported because it is not a field of the source table.`,
        `Filtrering på egenskapen '${text}' støttes ikke fordi den ikke er et felt i kildetabellen.`,
      );
    }
    return { column: text, type, of: (row) => row[text] };
  }

  function textFunction(name: string): (text: string) => string {
    if (name === 'tolower') return (text) => text.toLowerCase();
    if (name === 'toupper') return (text) => text.toUpperCase();
    if (name !== 'substring') throw notImplemented(`The function '${name}' is not supported.`, `Funksjonen '${name}' støttes ikke.`); // prettier-ignore
    takeSign(',');
    const start = Number(take().text);
    return (text) => text.slice(start);
  }

  /** `lines/any(l: …)`: read to its end, and then nothing is made of it. */
  function lambda(): Node {
    at += 1;
    takeSign('(');
    for (let depth = 1; depth > 0;) {
      const { kind, text } = take();
      if (kind === 'sign') depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    }
    return { columns: new Set(), test: () => true };
  }
}

function union(nodes: readonly Node[]): Set<string> {
  return new Set(nodes.flatMap(({ columns }) => [...columns]));
}
