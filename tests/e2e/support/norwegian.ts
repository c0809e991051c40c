import { parseMessagesFile } from '@wxt-dev/i18n/build';

type Words = ReadonlyMap<string, readonly string[]>;

const [english, norwegian] = await Promise.all([read('en'), read('nb')]);

/**
 * What the Norwegian catalogue says for an English text, values in it included.
 * @throws Error if the English catalogue does not say it, or says it in places where Norwegian differs
 */
export function inNorwegian(text: string): string {
  const exact = translations(text, (message) => (message === text ? {} : null));
  const said = exact.length > 0 ? exact : translations(text, (message) => valuesIn(message, text));
  const [only, ...others] = [...new Set(said)];
  if (only === undefined || others.length > 0)
    throw new Error(`“${text}” is in Norwegian: ${said.join(' | ') || 'nothing'}`);
  return only;
}

/** Whether a text is made from what the Norwegian catalogue says, and the English one does not. */
export function isNorwegian(text: string): boolean {
  const isIn = (words: Words): boolean =>
    [...words.values()].flat().some((message) => message === text || valuesIn(message, text) !== null);
  return isIn(norwegian) && !isIn(english);
}

async function read(language: string): Promise<Words> {
  const messages = await parseMessagesFile(`locales/${language}.yml`);
  return new Map(
    messages.map((each) => [
      each.key.join('.'),
      each.type === 'plural' ? Object.values(each.plurals) : [each.message],
    ]),
  );
}

type Values = Readonly<Record<string, string>>;

function translations(text: string, valuesOf: (message: string) => Values | null): readonly string[] {
  return [...english].flatMap(([key, messages]) =>
    messages.flatMap((message, at) => {
      const values = valuesOf(message);
      const other = norwegian.get(key)?.[at];
      return values === null || other === undefined
        ? []
        : [other.replaceAll(VALUE, (place) => values[place] ?? place)];
    }),
  );
}

const VALUE = /\{\w+\}|\$\d/g;

/** What stands in a text for each value of a message; null if the text is not made from it. */
function valuesIn(message: string, text: string): Values | null {
  const places = message.match(VALUE) ?? [];
  // A message of values alone could be any text.
  if (places.length === 0 || !/\p{L}{2}/u.test(message.replaceAll(VALUE, ''))) return null;
  const pattern = message
    .split(VALUE)
    .map((part) => part.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`))
    .join('(.+)');
  const found = new RegExp(`^${pattern}$`, 'su').exec(text);
  return found && Object.fromEntries(places.map((place, at) => [place, found[at + 1] ?? '']));
}
