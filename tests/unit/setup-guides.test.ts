import { readFile } from 'node:fs/promises';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { expect, it } from 'vitest';

const messages = await parseMessagesFile('locales/en.yml');

/** What the options page calls the fields of a section: those that it explains, and choices among them. */
function labelsOf(section: string): string[] {
  const inSection = messages.flatMap((each) =>
    each.type !== 'plural' && each.key[0] === 'options' && each.key[1] === section
      ? [[each.key.slice(2).join('.'), each.message] as const]
      : [],
  );
  const explained = new Set(inSection.map(([key]) => key));
  return inSection.filter(([key]) => explained.has(`${key}Help`)).map(([, label]) => label);
}

it.each([
  ['docs/setup-poweroffice-go.md', 'powerOffice', ['Environment', 'Accounting system']],
  ['docs/setup-business-central.md', 'businessCentral', ['Environment', 'Company', 'Accounting system']],
  ['docs/setup-dynamics-nav.md', 'dynamicsNav', ['Use an unencrypted address', 'Accounting system']],
])('%s calls every field what the options page calls it', async (guide, section, others) => {
  const text = (await readFile(guide, 'utf8')).replaceAll(/\s+/g, ' ');
  const labels = [...labelsOf(section), ...others, 'Invoice number is in', 'The numbers differ'];
  expect(labels.length).toBeGreaterThan(5);
  expect(labels.filter((label) => !text.includes(label))).toEqual([]);
});

it('the guide to vendor bills calls every field what the options page calls it', async () => {
  const text = (await readFile('docs/vendor-bills.md', 'utf8')).replaceAll(/\s+/g, ' ');
  const labels = [...labelsOf('bills'), 'Vendor bills', 'Accounting system', 'Check connections'];
  expect(labels.length).toBe(5);
  expect(labels.filter((label) => !text.includes(label))).toEqual([]);
});

it('they know the words they use', () => {
  const known = new Set(messages.flatMap((each) => (each.type === 'plural' ? [] : [each.message])));
  for (const label of [
    'Invoice number is in',
    'The numbers differ',
    'Use an unencrypted address',
    'Company',
  ]) {
    expect(known).toContain(label);
  }
});
