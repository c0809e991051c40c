import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseExactly, stringifyExactly } from '@/utils/http/exact-json';
import { ExactNumber } from '@/utils/http/exact-number';

it.each(['1.10', '0.1', '-0.00', '1e2', '12345678901234567890.10', '9007199254740993'])(
  'keeps %s as it was written',
  (number) => {
    const text = `{"amount":${number},"rows":[${number}]}`;
    expect(parseExactly(text)).toEqual({ amount: new ExactNumber(number), rows: [new ExactNumber(number)] });
    expect(stringifyExactly(parseExactly(text))).toBe(text);
  },
);

it('writes a number made of an amount as a number', () => {
  expect(stringifyExactly({ amount: new ExactNumber('1234.50'), date: null, type: undefined })).toBe(
    '{"amount":1234.50,"date":null}',
  );
});

it('reads what JSON can hold and writes the same again', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (text) => {
      expect(JSON.parse(stringifyExactly(parseExactly(text)))).toEqual(JSON.parse(text));
    }),
  );
});

it.each(['', '{', '{"a":01}', '<html>', 'undefined'])('refuses %j', (text) => {
  expect(() => parseExactly(text)).toThrow(SyntaxError);
});
