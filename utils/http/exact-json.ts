import { ExactNumber } from './exact-number';

/**
 * What browsers know of JSON beyond what TypeScript does: the text a number was read from, and text to be written as it
 * is. Both came with Chrome 114 and Firefox 135. Source: https://github.com/tc39/proposal-json-parse-with-source
 */
interface JsonWithSource {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): object;
}

// The ambient type leaves out what this file is about.
const json = (): JsonWithSource => JSON as typeof JSON & JsonWithSource;

/**
 * Parses JSON with every number as an `ExactNumber`.
 * @throws SyntaxError if the text is not JSON
 */
export function parseExactly(text: string): unknown {
  return json().parse(text, (_, value, { source }) =>
    typeof value === 'number' ? new ExactNumber(source ?? '') : value,
  );
}

/** Writes JSON in which every `ExactNumber` is a number with the text it was read from or made of. */
export function stringifyExactly(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each instanceof ExactNumber ? json().rawJSON(each.text) : each,
  );
}
