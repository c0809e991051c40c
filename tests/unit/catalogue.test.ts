import { readFileSync } from 'node:fs';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { REASON_CODES } from '@/utils/payments/reason';
import { readUsedWords } from './support/used-words';

const LANGUAGES = ['en', 'nb'] as const;
type Catalogue = Awaited<ReturnType<typeof parseMessagesFile>>;

const catalogues = new Map<string, Catalogue>();
for (const language of LANGUAGES) {
  const words = await parseMessagesFile(`locales/${language}.yml`);
  // What browsers bring along themselves is in every catalogue.
  catalogues.set(
    language,
    words.filter(({ key }) => !key[0]?.startsWith('@@')),
  );
}
const words = (language: string): Catalogue => catalogues.get(language) ?? [];
const keysOf = (language: string): readonly string[] => words(language).map(({ key }) => key.join('.'));
const textsOf = (message: Catalogue[number] | undefined): readonly string[] => {
  if (message === undefined) return [];
  return message.type === 'plural' ? Object.values(message.plurals) : [message.message];
};

/** Words that the manifest asks for, where no code does. */
const IN_THE_MANIFEST = [...readFileSync('wxt.config.ts', 'utf8').matchAll(/__MSG_(\w+)__/g)].map(
  ([, name = '']) => name.replace('_', '.'),
);

describe.each(LANGUAGES)('the catalogue %s', (language) => {
  it('says which language it is', () => {
    expect(words(language).find(({ key }) => key.join('.') === 'extension.language')).toMatchObject({
      message: language,
    });
  });

  it('has only names that browsers take', () => {
    // Chromium refuses the whole extension for a single other one.
    const names = keysOf(language).flatMap((key) => key.split('.'));
    expect(names.length).toBeGreaterThan(700);
    expect(names.filter((name) => !/^\w+$/.test(name))).toEqual([]);
  });

  it('has the plural forms of its language, and the form that is taken for a number is the right one', () => {
    const rules = new Intl.PluralRules(language);
    // The library takes the first of two forms for 1 and the second for all else.
    for (let count = 0; count <= 200; count += 1)
      expect(rules.select(count), String(count)).toBe(count === 1 ? 'one' : 'other');
    const forms = words(language).flatMap((each) =>
      each.type === 'plural' ? [Object.keys(each.plurals)] : [],
    );
    expect(forms.length).toBeGreaterThan(5);
    for (const each of forms) expect(each).toEqual(['1', 'n']);
  });

  it('has a value in one plural form if the other has it', () => {
    for (const each of words(language).filter(({ type }) => type === 'plural')) {
      const [one, other] = textsOf(each).map(placeholders);
      // “Every hour” needs no 1.
      expect(other, each.key.join('.')).toEqual(expect.arrayContaining([...(one ?? [])]));
    }
  });

  it('ends a sentence wherever it says why', () => {
    for (const each of words(language).filter(({ key }) => key[0] === 'reason')) {
      for (const text of textsOf(each)) expect(text, each.key.join('.')).toMatch(/^[^a-zæøå].*\.$/);
    }
  });
});

describe('the catalogue in Norwegian beside the English one', () => {
  it('has the same names in the same order', () => {
    expect(keysOf('nb')).toEqual(keysOf('en'));
  });

  it('names the same values, and is one text or several where the other is', () => {
    const norwegian = new Map(words('nb').map((each) => [each.key.join('.'), each]));
    for (const english of words('en')) {
      const key = english.key.join('.');
      const other = norwegian.get(key);
      expect(other?.type, key).toBe(english.type);
      expect(textsOf(other).map(placeholders), key).toEqual(textsOf(english).map(placeholders));
    }
  });

  it('is written with Norwegian quotation marks, and English with English ones', () => {
    const all = (language: string): string => words(language).flatMap(textsOf).join('\n');
    expect(all('nb')).not.toMatch(/[“”]/);
    expect(all('en')).not.toMatch(/[«»]/);
  });

  it('is translated: nothing but names, figures and signs reads the same', () => {
    const english = new Map(words('en').map((each) => [each.key.join('.'), textsOf(each)]));
    const same = words('nb')
      .filter((each) => textsOf(each).some((text, at) => text === english.get(each.key.join('.'))?.[at]))
      .map((each) => each.key.join('.'));
    expect(same).toEqual(THE_SAME);
  });
});

describe('the code and the catalogue', () => {
  const { keys, untold, texts } = readUsedWords();
  const reasons = REASON_CODES.map((code) => `reason.${code}`);
  const used = new Set([...keys, ...IN_THE_MANIFEST, ...reasons]);

  it('asks for words by names that can be told', () => {
    // `reasonText` puts its key together from a code; `REASON_CODES` lists them.
    expect(untold).toEqual([]);
    expect(keys.size).toBeGreaterThan(400);
  });

  it('no word it asks for is missing', () => {
    const known = new Set(keysOf('en'));
    expect([...used].filter((key) => !known.has(key))).toEqual([]);
  });

  it('no word is there that nothing asks for', () => {
    expect(keysOf('en').filter((key) => !used.has(key))).toEqual([]);
  });

  it.each([
    ['reason', 'utils/payments/reason.ts'],
    ['check', 'utils/accounting/probe-name.ts'],
  ])('no %s is listed that nothing can say', (group, list) => {
    const names = keysOf('en').flatMap((key) =>
      key.startsWith(`${group}.`) ? [key.split('.')[1] ?? ''] : [],
    );
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => ![...(texts.get(name) ?? [])].some((file) => file !== list))).toEqual([]);
  });
});

/** Names of ours and of others, and words that both languages share. */
const THE_SAME = [
  'extension.direction',
  'extension.name',
  'startDate.named',
  'result.oldToNew',
  'options.manage.title',
  'options.manage.clientId',
  'options.powerOffice.title',
  'options.powerOffice.demo',
  'options.businessCentral.title',
  'options.businessCentral.fullName',
  'options.dynamicsNav.title',
  'options.check.ok',
  'setup.step.manage',
];

/** The values a text names, in alphabetical order. */
function placeholders(text: string): readonly string[] {
  return [...new Set(text.match(/\{\w+\}|\$\d/g))].sort();
}
