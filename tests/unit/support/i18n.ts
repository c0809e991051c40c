import { parseMessagesFile } from '@wxt-dev/i18n/build';

/** The product's own words, read from the catalogue that the build reads, where the browser would look them up. */
const messages = new Map(
  (await parseMessagesFile('locales/en.yml')).map((each) => [
    each.key.join('_'),
    each.type === 'plural' ? Object.values(each.plurals).join(' | ') : each.message,
  ]),
);

Object.assign(globalThis, {
  chrome: {
    i18n: {
      getMessage: (key: string, substitutions: readonly string[] = []) =>
        (messages.get(key) ?? '').replaceAll(
          /\$(\d)/g,
          (_, at: string) => substitutions[Number(at) - 1] ?? '',
        ),
    },
  },
});

const { createI18n } = await import('@wxt-dev/i18n');
export const i18n = createI18n();
