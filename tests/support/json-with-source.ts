import { LosslessNumber, parse, stringify, type Reviver } from 'lossless-json';

/**
 * Gives a Node whose JSON does not know the text of numbers (20) what browsers have: source text on parsing and
 * `rawJSON` on writing. A newer one is left alone. To be loaded before anything that reads an API's answer.
 */
if (!('rawJSON' in JSON)) {
  const native = { parse: JSON.parse, stringify: JSON.stringify };

  class RawJson extends LosslessNumber {}

  Object.assign(JSON, {
    rawJSON: (text: string) => new RawJson(text),
    parse(text: string, reviver?: (key: string, value: unknown, context: { source?: string }) => unknown) {
      if (reviver === undefined) return native.parse(text) as unknown;
      const revive: Reviver = (key, value) =>
        value instanceof LosslessNumber
          ? reviver(key, Number(value.value), { source: value.value })
          : reviver(key, value, {});
      return parse(text, revive);
    },
    stringify(value: unknown, ...rest: [replacer?: never, space?: never]) {
      const [replacer, space] = rest;
      return typeof replacer === 'function'
        ? stringify(value, replacer, space)
        : native.stringify(value, replacer, space);
    },
  });
}
