import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '@/utils/http/json';
import { createCustomFieldsWriteBack } from '@/utils/manage/custom-fields-write-back';
import { toManageInvoice } from '@/utils/manage/to-manage-invoice';
import type { Change, ShownPayment } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { answersChange } from '@/utils/payments/verify-change';
import {
  invoiceRow,
  manageOn,
  rejectionOf,
  signal,
  type Scripted,
  type SeenRequest,
} from './support/scripted-http';

const CAPTIONS = { paidAmountCaption: 'Paid Amount', datePaidCaption: 'Date Paid' };

/** As Manage writes them: numbers in forms that a float would not keep. */
const OTHERS =
  '{"id":3,"caption":"Région \\"é\\"","type":"Text","value":"<img onerror>","podId":"12345678901234567890"},' +
  '{"id":4,"caption":"Rate","type":"Number","numberOfDecimals":5,"value":0.10000000000000000555,"connectWiseId":"a"},' +
  '{"id":5,"caption":"Big","type":"Number","value":12345678901234567890},' +
  '{"id":6,"caption":"Exp","type":"Percent","value":1.50E+2},' +
  '{"id":7,"caption":"Flag","type":"Checkbox","value":true,"rowNum":2}';

const amountField = (value: string) =>
  `{"id":1,"caption":" paid AMOUNT ","type":"Currency","entryMethod":"EntryField","numberOfDecimals":2,"value":${value},"x":1.0}`;
const dateField = (value: string) => `{"id":2,"caption":"Date Paid","type":"Date","value":${value}}`;
const fieldsWith = (amount: string, date: string): string =>
  `[${amountField(amount)},${OTHERS},${dateField(date)}]`;

const PAID = fieldsWith('1250.00', '"2026-03-01T00:00:00Z"');
const EMPTY = fieldsWith('null', 'null');

function invoice(customFields: string, over: Record<string, unknown> = {}) {
  const rest = JSON.stringify(invoiceRow(over));
  return toManageInvoice(parseJson(`${rest.slice(0, -1)},"customFields":${customFields}}`, 'test'));
}

const paid: ShownPayment = { amount: money(125_000, 'NOK'), date: isoDate('2026-03-01') };
const nothing: ShownPayment = { amount: null, date: null };
const change = (from: ShownPayment, to: ShownPayment): Change => ({
  strategy: 'custom-fields',
  invoiceId: 7,
  invoiceNumber: '12345',
  from,
  to,
});

function writeBackOn(serve: (request: SeenRequest) => Scripted) {
  const { api, seen } = manageOn(serve);
  return { writeBack: createCustomFieldsWriteBack(api, CAPTIONS), seen };
}

const holding = (customFields: string): Scripted => ({ text: `{"id":7,"customFields":${customFields}}` });

describe('reading custom fields', () => {
  it.each([
    ['full', PAID, paid],
    ['empty', EMPTY, nothing],
    ['empty texts', fieldsWith('""', '""'), nothing],
    ['an amount as text', fieldsWith('"1250.00"', 'null'), { ...nothing, amount: paid.amount }],
    ['a zero', fieldsWith('0', 'null'), { ...nothing, amount: money(0, 'NOK') }],
  ])('tells what is shown, without a request: %s', async (_, fields, shown) => {
    const { writeBack, seen } = writeBackOn(() => ({}));
    const read = await writeBack.read([invoice(fields)], signal);
    expect(read.get(7)).toEqual({ strategy: 'custom-fields', ...shown });
    expect(seen).toEqual([]);
  });

  it('asks for the single invoice when the list left its fields out', async () => {
    const { writeBack, seen } = writeBackOn(() => holding(PAID));
    const read = await writeBack.read([invoice('[]')], signal);
    expect(read.get(7)).toEqual({ strategy: 'custom-fields', ...paid });
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /finance/invoices/7']);
  });

  it.each([
    ['text where an amount belongs', fieldsWith('"paid"', 'null'), 'customFieldWrongType'],
    ['a truth value', fieldsWith('true', 'null'), 'customFieldWrongType'],
    ['no date', fieldsWith('1', '"soon"'), 'customFieldWrongType'],
    ['a number as date', fieldsWith('1', '20260301'), 'customFieldWrongType'],
    ['a field of the wrong type', PAID.replace('"Currency"', '"Text"'), 'customFieldWrongType'],
    ['two fields that would do', PAID.replace('"Rate"', '"Paid amount"'), 'customFieldAmbiguous'],
  ])('goes on with the others when one invoice has %s', async (_, fields, code) => {
    const { writeBack } = writeBackOn(() => ({}));
    const read = await writeBack.read([invoice(fields), invoice(PAID, { id: 8 })], signal);
    expect(read.get(7)).toMatchObject({ reason: { code } });
    expect(read.get(8)).toMatchObject({ amount: paid.amount });
  });

  it('prefers the field of the right type among fields of one caption', async () => {
    const { writeBack } = writeBackOn(() => ({}));
    const read = await writeBack.read(
      [invoice(PAID.replace('"Big","type":"Number"', '"Date paid","type":"Text"'))],
      signal,
    );
    expect(read.get(7)).toMatchObject(paid);
  });

  it('ends when no invoice has the field, and says which', async () => {
    const { writeBack } = writeBackOn(() => ({}));
    const without = PAID.replace('"Date Paid"', '"Paid on"');
    const read = writeBack.read([invoice(without), invoice(without, { id: 8 })], signal);
    expect(await rejectionOf(read)).toMatchObject({
      reason: { code: 'customFieldMissing', params: { caption: 'Date Paid' } },
    });
  });

  it('goes on when some invoice has had the field: it may be limited to locations', async () => {
    const { writeBack } = writeBackOn(() => ({}));
    await writeBack.read([invoice(PAID)], signal);
    const read = await writeBack.read([invoice('[{"id":3,"caption":"Other","type":"Text"}]')], signal);
    expect(read.get(7)).toMatchObject({ reason: { code: 'customFieldMissing' } });
  });
});

describe('writing custom fields', () => {
  it.each([
    ['fills both', EMPTY, paid, PAID],
    ['empties both', PAID, nothing, EMPTY],
    ['changes the amount', PAID, { ...paid, amount: money(1, 'NOK') }, PAID.replace('1250.00', '0.01')],
  ])('%s and sends everything else back as it came, to the letter', async (_, before, to, after) => {
    const { writeBack, seen } = writeBackOn(() => holding(after));
    expect(await writeBack.write(change(paid, to), invoice(before), signal)).toEqual({
      strategy: 'custom-fields',
      ...to,
    });
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['PATCH /finance/invoices/7']);
    expect(seen[0]?.request.body).toBe(`[{"op":"replace","path":"/customFields","value":${after}}]`);
  });

  it('sends any other field back unchanged', async () => {
    const jsonValue = fc
      .jsonValue({ noUnicodeString: false })
      .filter((value) => !/-0|__proto__/.test(JSON.stringify(value)));
    await fc.assert(
      fc.asyncProperty(fc.array(jsonValue), async (values) => {
        const others = values.map((value, id) =>
          JSON.stringify({ id: 100 + id, caption: `f${id}`, type: 'Text', value, more: { value } }),
        );
        const fields = `[${[...others, amountField('1.00'), dateField('null')].join(',')}]`;
        const { writeBack, seen } = writeBackOn(() => holding(fields));
        const to = { amount: money(100, 'NOK'), date: null };
        await writeBack.write(change(nothing, to), invoice(fields), signal);
        expect(seen[0]?.request.body).toBe(`[{"op":"replace","path":"/customFields","value":${fields}}]`);
      }),
    );
  });

  it('reads the array just before when the list left it out', async () => {
    const { writeBack, seen } = writeBackOn(({ method }) => holding(method === 'GET' ? EMPTY : PAID));
    await writeBack.write(change(nothing, paid), invoice('[]'), signal);
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'PATCH']);
    expect(seen[1]?.request.body).toBe(`[{"op":"replace","path":"/customFields","value":${PAID}}]`);
  });

  it.each([
    ['the amount', fieldsWith('1250.00', 'null'), 'Paid Amount'],
    ['the date', fieldsWith('null', '"2026-03-01T00:00:00Z"'), 'Date Paid'],
  ])('does not believe in success when %s is still there after it was emptied', async (_, held, caption) => {
    const { writeBack } = writeBackOn(() => holding(held));
    expect(await rejectionOf(writeBack.write(change(paid, nothing), invoice(PAID), signal))).toMatchObject({
      reason: { code: 'customFieldNotCleared', params: { caption } },
    });
  });

  it.each([
    ['0', fieldsWith('0', 'null')],
    ['0.00 and an empty text', fieldsWith('0.00', '""')],
  ])('takes an amount for emptied where Manage answers %s', async (_, held) => {
    const { writeBack } = writeBackOn(() => holding(held));
    const emptied = change(paid, nothing);
    const answer = await writeBack.write(emptied, invoice(PAID), signal);
    expect(answer).toEqual({ strategy: 'custom-fields', amount: money(0, 'NOK'), date: null });
    expect(answersChange(emptied, answer)).toBe(true);
  });

  it('tells what Manage holds when that is something else, for the caller to judge', async () => {
    const { writeBack } = writeBackOn(() => holding(fieldsWith('1250.00', 'null')));
    expect(await writeBack.write(change(nothing, paid), invoice(EMPTY), signal)).toEqual({
      strategy: 'custom-fields',
      amount: paid.amount,
      date: null,
    });
  });

  it.each([
    ['no fields', { text: '{"id":7}' }],
    ['nothing', { text: '' }],
    ['a fault', { status: 500, text: '' }],
  ])('has to be resolved by reading when it is answered with %s', async (_, answer) => {
    const { writeBack } = writeBackOn(() => answer);
    expect(await rejectionOf(writeBack.write(change(nothing, paid), invoice(EMPTY), signal))).toMatchObject({
      retryable: true,
    });
  });

  it('explains a refusal, as of an invoice that its status has closed', async () => {
    const { writeBack } = writeBackOn(() => ({ status: 400, body: { message: 'Invoice is closed.' } }));
    expect(await rejectionOf(writeBack.write(change(nothing, paid), invoice(EMPTY), signal))).toMatchObject({
      reason: { code: 'customFieldsRefused', params: { status: '400', detail: 'Invoice is closed.' } },
    });
  });

  it('writes no amount that the field would round', async () => {
    const whole = EMPTY.replace('"numberOfDecimals":2', '"numberOfDecimals":0');
    const { writeBack, seen } = writeBackOn(() => holding(PAID));
    const cents = change(nothing, { ...paid, amount: money(125_050, 'NOK') });
    expect(await rejectionOf(writeBack.write(cents, invoice(whole), signal))).toMatchObject({
      reason: { code: 'customFieldTooCoarse', params: { decimals: '0' } },
    });
    expect(seen).toEqual([]);
    await writeBack.write(change(nothing, paid), invoice(whole), signal);
    expect(seen).toHaveLength(1);
  });
});
