import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { reasonText } from '@/components/reason-text';
import { reason, REASON_CODES } from '@/utils/payments/reason';

const catalogue = new Map(
  (await parseMessagesFile('locales/en.yml')).map((each) => [each.key.join('.'), each]),
);
const codesInCatalogue = [...catalogue.keys()]
  .filter((key) => key.startsWith('reason.'))
  .map((key) => key.slice('reason.'.length));

describe('the words of a reason', () => {
  it.each(REASON_CODES)('are in the catalogue for %s, as one or more full sentences', (code) => {
    expect(reasonText(reason(code))).toMatch(/^\S.{10,}[.?!]$/);
  });

  it.each(REASON_CODES)('name the values of %s in the form of parameter names', (code) => {
    const text = reasonText(reason(code));
    for (const [, name] of text.matchAll(/\{([^}]*)\}/g)) expect(name).toMatch(/^[a-z][A-Za-z]*$/);
    expect(text.replaceAll(/\{[^}]*\}/g, '')).not.toMatch(/[{}$|]/);
  });

  it('are not in the catalogue for a code that nothing can say', () => {
    expect(codesInCatalogue.filter((code) => !(REASON_CODES as readonly string[]).includes(code))).toEqual(
      [],
    );
  });

  it('carry the values as plain text, whatever they contain', () => {
    const hostile = '<img src=x onerror=alert(1)> {host} $1 $&';
    expect(reasonText(reason('timeout', { host: hostile }))).toContain(hostile);
  });
});
