import { badRequest } from './refusal';

export interface Token {
  readonly kind: 'text' | 'instant' | 'date' | 'guid' | 'number' | 'name' | 'sign';
  readonly text: string;
}

const KINDS: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['text', /'(?:[^']|'')*'/y],
  ['guid', /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/iy],
  ['instant', /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z|[+-]\d\d:\d\d)/y],
  ['date', /\d{4}-\d\d-\d\d(?![\dT])/y],
  ['number', /-?\d+(?:\.\d+)?/y],
  ['name', /[A-Za-z_$][\w$.]*(?:\/[A-Za-z_$][\w$.]*)*/y],
  ['sign', /[(),:]/y],
];

/** Cuts a filter into its words. */
export function tokensOf(filter: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < filter.length;) {
    const found = KINDS.map(([kind, pattern]) => {
      pattern.lastIndex = at;
      return { kind, text: pattern.exec(filter)?.[0] };
    }).find(({ text }) => text !== undefined);
    if (found?.text === undefined) {
      throw badRequest(
        `Syntax error: character '${filter[at]}' is not valid at position ${at} in '${filter}'.`,
        `Syntaksfeil: tegnet '${filter[at]}' er ikke gyldig på posisjon ${at} i '${filter}'.`,
      );
    }
    at += found.text.length;
    if (found.kind !== 'space') tokens.push({ kind: found.kind, text: found.text });
  }
  return tokens;
}
