import { describe, expect, it } from 'vitest';
import { amountText, day, instant, optionName } from '@/utils/accounting/odata/values';
import { parseJson } from '@/utils/http/json';

describe('a day', () => {
  it.each([
    ['2026-03-01', '2026-03-01'],
    ['0001-01-01', null],
    [null, null],
    [undefined, null],
  ])('written %j is %j', (text, date) => expect(day.parse(text)).toBe(date));

  it('that is none is refused', () => expect(day.safeParse('2026-02-30').success).toBe(false));
});

describe('an instant', () => {
  it.each([
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T10:00:22.37Z', '2026-03-01T10:00:22.370Z'],
    ['2026-03-01T10:00:22.273Z', '2026-03-01T10:00:22.273Z'],
    ['2026-03-01T10:00:22.2731234Z', '2026-03-01T10:00:22.273Z'],
  ])('written %s is read to the millisecond', (text, expected) => {
    expect(new Date(instant.parse(text) ?? 0).toISOString()).toBe(expected);
  });

  it.each(['0001-01-01T00:00:00Z', null])('written %j is none', (text) =>
    expect(instant.parse(text)).toBe(null),
  );

  it('that is none is refused', () => expect(instant.safeParse('soon').success).toBe(false));
});

describe('the name of an option', () => {
  it.each([
    ['Open', 'Open'],
    ['In_x0020_Review', 'In Review'],
    ['In Review', 'In Review'],
    ['_x0020_', ''],
    [' ', ''],
    ['', ''],
    ['Payment_x0020_Discount_x0020__x0028_VAT_x0020_Excl_x002E__x0029_', 'Payment Discount (VAT Excl.)'],
  ])('%j is %j', (text, name) => expect(optionName.parse(text)).toBe(name));
});

describe('an amount', () => {
  it('stays the text it came as', () => expect(amountText.parse(parseJson('1250.10', 'x'))).toBe('1250.10'));
  it('that no invoice has is refused', () =>
    expect(amountText.safeParse(parseJson('1e12', 'x')).success).toBe(false));
});
