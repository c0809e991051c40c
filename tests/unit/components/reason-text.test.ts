import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { plainReasonText, reasonText } from '@/components/reason-text';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
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

describe('amounts and days in a reason', () => {
  const foreign = reason('otherPaymentRecord', {
    by: 'Ann',
    amount: money(293_750, 'NOK'),
    date: { day: isoDate('2026-11-22') },
  });
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

  it.each([
    ['en-US', 'a payment of NOK 2,937.50 dated Nov 22, 2026 in'],
    ['nb-NO', 'a payment of 2 937,50 kr dated 22. nov. 2026 in'],
    ['de-DE', 'a payment of 2.937,50 NOK dated 22.11.2026 in'],
  ])('are written as people of %s write them', (locale, said) => {
    expect(plain(reasonText(foreign, locale))).toContain(said);
  });

  it('are written for a machine in a table', () => {
    expect(plainReasonText(foreign)).toContain('a payment of 2937.50 NOK dated 2026-11-22 in');
  });

  it('are read from runs that an earlier version remembered', () => {
    const before = { by: 'Ann', amount: '2937.50', currency: 'NOK', date: '2026-11-22' };
    const stored = reason('otherPaymentRecord', before);
    expect(reasonText(stored, 'de-DE')).toBe(reasonText(foreign, 'de-DE'));
    expect(plainReasonText(stored)).toBe(plainReasonText(foreign));
    const totals = reason('totalsDiffer', { manage: '1300', books: '1250', currency: 'JPY' });
    expect(plainReasonText(totals)).toMatch(/1300 JPY .* 1250 JPY/);
  });

  it.each(['2937.5', '1e3', 'much', '', '99999999999999999.00'])(
    'stay as they were kept where “%s” is none',
    (amount) => {
      const stored = reason('otherPaymentRecord', { by: '1', amount, currency: 'NOK', date: '–' });
      expect(reasonText(stored, 'de-DE')).toContain(`a payment of ${amount} NOK dated – in`);
    },
  );

  it('are not seen in texts that look alike', () => {
    const text = reasonText(reason('numberNotAskable', { number: '2026-11-22' }), 'en-US');
    expect(text).toContain('2026-11-22');
    expect(reasonText(reason('currencyDiffers', { manage: 'NOK', books: '12.50' }))).toContain('12.50');
  });
});
