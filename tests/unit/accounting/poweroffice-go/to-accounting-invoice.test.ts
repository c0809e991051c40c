import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { subtract, sum } from '@/utils/payments/money';
import { inWords, understood, understoodIn } from './support/read';
import { entryRow, invoiceRow, ownEntry, type EntryRow, type InvoiceRow } from './support/rows';

const matched = (with_: Partial<InvoiceRow> = {}): InvoiceRow =>
  invoiceRow({ MatchId: 7, Balance: 0, ...with_ });
const other = (InvoiceNo: number, Amount: number, Balance = 0): EntryRow =>
  ownEntry(matched({ InvoiceNo, TotalAmount: Amount, Balance }));

interface Situation {
  readonly invoice: InvoiceRow;
  readonly others?: readonly EntryRow[];
  readonly settled: readonly string[];
  readonly remaining: string | null;
  readonly closedOn?: string;
  readonly notes?: readonly string[];
}

describe('an invoice in kroner', () => {
  test.each<[string, Situation]>([
    ['unpaid', { invoice: invoiceRow(), settled: [], remaining: '1000.00' }],
    [
      'paid in full',
      {
        invoice: matched(),
        others: [entryRow({ Amount: -1000 })],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'paid in part',
      {
        invoice: matched({ Balance: 600 }),
        others: [entryRow({ Amount: -400 })],
        settled: ['payment 400.00 2026-03-01'],
        remaining: '600.00',
      },
    ],
    [
      'paid in several payments, listed in any order',
      {
        invoice: matched(),
        others: [
          entryRow({ Amount: -500, PostingDate: '2026-03-09', VoucherType: 'IncomingOcrGiro' }),
          entryRow({ Amount: -300, PostingDate: '2026-02-20', VoucherType: 'CashJournal' }),
          entryRow({ Amount: -200, PostingDate: '2026-03-01', VoucherType: 'ManualJournal' }),
        ],
        settled: ['payment 300.00 2026-02-20', 'payment 200.00 2026-03-01', 'payment 500.00 2026-03-09'],
        remaining: '0.00',
        closedOn: '2026-03-09',
      },
    ],
    [
      'overpaid: the rest stays open on the payment',
      {
        invoice: matched(),
        others: [entryRow({ Amount: -1200, Balance: -200 })],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'credited in full',
      {
        invoice: matched(),
        others: [entryRow({ Amount: -1000, VoucherType: 'OutgoingCreditNote' })],
        settled: ['credit 1000.00 2026-03-01'],
        remaining: '0.00',
      },
    ],
    [
      'partly credited, then paid',
      {
        invoice: matched(),
        others: [
          entryRow({ Amount: -250, VoucherType: 'OutgoingCreditNote', PostingDate: '2026-02-10' }),
          entryRow({ Amount: -750 }),
        ],
        settled: ['credit 250.00 2026-02-10', 'payment 750.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'paid, then credited for the rest: the credit note closed it',
      {
        invoice: matched(),
        others: [
          entryRow({ Amount: -750 }),
          entryRow({ Amount: -250, VoucherType: 'OutgoingCreditNote', PostingDate: '2026-03-08' }),
        ],
        settled: ['payment 750.00 2026-03-01', 'credit 250.00 2026-03-08'],
        remaining: '0.00',
        closedOn: '2026-03-08',
      },
    ],
    [
      'written off, whatever voucher did it',
      {
        invoice: matched(),
        others: [entryRow({ Amount: -1000, IsWriteOff: true, VoucherType: 'BankJournal' })],
        settled: ['write-off 1000.00 2026-03-01'],
        remaining: '0.00',
      },
    ],
    [
      'paid, the rest written off',
      {
        invoice: matched(),
        others: [
          entryRow({ Amount: -999.5 }),
          entryRow({
            Amount: -0.5,
            IsWriteOff: true,
            VoucherType: 'ManualJournal',
            PostingDate: '2026-03-04',
          }),
        ],
        settled: ['payment 999.50 2026-03-01', 'write-off 0.50 2026-03-04'],
        remaining: '0.00',
        closedOn: '2026-03-04',
      },
    ],
    [
      'settled by a voucher of a type that is not known',
      {
        invoice: matched(),
        others: [entryRow({ Amount: -1000, VoucherType: 'Unknown' })],
        settled: ['unclassified 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
        notes: ['unclassifiedSettlement'],
      },
    ],
    [
      'settled by a voucher named like an object method',
      {
        invoice: matched(),
        others: [entryRow({ Amount: -1000, VoucherType: 'constructor' })],
        settled: ['unclassified 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
        notes: ['unclassifiedSettlement'],
      },
    ],
    [
      'settled although its match is not on the ledger',
      {
        invoice: matched({ MatchId: null, Balance: 0 }),
        settled: ['unclassified 1000.00 some day'],
        remaining: '0.00',
        notes: ['unclassifiedSettlement'],
      },
    ],
    ['un-matched again', { invoice: invoiceRow({ MatchId: null }), settled: [], remaining: '1000.00' }],
    [
      'of unknown balance',
      {
        invoice: matched({ Balance: null }),
        others: [entryRow({ Amount: -1000 })],
        settled: [],
        remaining: null,
      },
    ],
    ['of amount 0', { invoice: invoiceRow({ TotalAmount: 0 }), settled: [], remaining: '0.00' }],
    [
      'whose first payment was booked by mistake and reversed',
      {
        invoice: matched(),
        others: [
          entryRow({ Amount: -1000, PostingDate: '2026-02-10' }),
          entryRow({ Amount: 1000, PostingDate: '2026-02-12', VoucherType: 'ReversalVoucher' }),
          entryRow({ Amount: -1000, PostingDate: '2026-03-01' }),
        ],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'closed by a reversal: no money came in',
      {
        invoice: matched(),
        others: [entryRow({ Amount: -1000, VoucherType: 'ReversalVoucher' })],
        settled: ['credit 1000.00 2026-03-01'],
        remaining: '0.00',
      },
    ],
    [
      'closed by a correction, which may be a payment booked anew',
      {
        invoice: matched(),
        others: [entryRow({ Amount: -1000, VoucherType: 'CorrectionVoucher' })],
        settled: ['unclassified 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
        notes: ['unclassifiedSettlement'],
      },
    ],
  ])('%s', (_, { invoice, others = [], settled, remaining, closedOn = null, notes = [] }) => {
    expect(inWords(understood(invoice, ...others))).toEqual({ settled, remaining, closedOn, notes });
  });
});

describe('a group that settles more than the invoice', () => {
  test.each<[string, Situation]>([
    [
      'one payment over several invoices has one day',
      {
        invoice: matched(),
        others: [other(101, 500), entryRow({ Amount: -1500 })],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'several payments over several invoices have at most the newest day',
      {
        invoice: matched(),
        others: [
          other(101, 500),
          entryRow({ Amount: -1000 }),
          entryRow({ Amount: -500, PostingDate: '2026-03-09' }),
        ],
        settled: ['payment 1000.00 2026-03-09'],
        remaining: '0.00',
        closedOn: '2026-03-09',
        notes: ['dateIsUpperBound'],
      },
    ],
    [
      'only this invoice has a rest',
      {
        invoice: matched({ Balance: 300 }),
        others: [other(101, 500), entryRow({ Amount: -1200 })],
        settled: ['payment 700.00 2026-03-01'],
        remaining: '300.00',
      },
    ],
    [
      'a reminder fee is not part of the invoice',
      {
        invoice: matched(),
        others: [
          entryRow({ Amount: 70, VoucherType: 'OutgoingPaymentReminder' }),
          entryRow({ Amount: -1070 }),
        ],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'an unpaid reminder fee leaves the payments as they are',
      {
        invoice: matched(),
        others: [
          entryRow({ Amount: 70, Balance: 70, VoucherType: 'OutgoingPaymentReminder' }),
          entryRow({ Amount: -400, PostingDate: '2026-02-20' }),
          entryRow({ Amount: -600 }),
        ],
        settled: ['payment 400.00 2026-02-20', 'payment 600.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'money and credits over several invoices cannot be told apart',
      {
        invoice: matched(),
        others: [
          other(101, 500),
          entryRow({ Amount: -1200 }),
          entryRow({ Amount: -300, VoucherType: 'OutgoingCreditNote', PostingDate: '2026-03-04' }),
        ],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-04',
        notes: ['mayIncludeCredits', 'dateIsUpperBound'],
      },
    ],
    [
      'credits alone over several invoices are credits',
      {
        invoice: matched(),
        others: [
          other(101, 500),
          entryRow({ Amount: -900, VoucherType: 'OutgoingCreditNote' }),
          entryRow({ Amount: -600, VoucherType: 'OutgoingCreditNote' }),
        ],
        settled: ['credit 1000.00 2026-03-01'],
        remaining: '0.00',
      },
    ],
    [
      'write-offs alone over several invoices are write-offs',
      {
        invoice: matched(),
        others: [other(101, 500), entryRow({ Amount: -1500, IsWriteOff: true })],
        settled: ['write-off 1000.00 2026-03-01'],
        remaining: '0.00',
      },
    ],
    [
      'credits and write-offs without money are no payment',
      {
        invoice: matched(),
        others: [
          other(101, 500),
          entryRow({ Amount: -1400, VoucherType: 'OutgoingCreditNote' }),
          entryRow({ Amount: -100, IsWriteOff: true }),
        ],
        settled: ['credit 1000.00 2026-03-01'],
        remaining: '0.00',
      },
    ],
    [
      'an unknown voucher beside a payment is told',
      {
        invoice: matched(),
        others: [
          other(101, 500),
          entryRow({ Amount: -1400 }),
          entryRow({ Amount: -100, VoucherType: 'Unknown' }),
        ],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
        notes: ['unclassifiedSettlement'],
      },
    ],
  ])('%s', (_, { invoice, others = [], settled, remaining, closedOn = null, notes = [] }) => {
    expect(inWords(understood(invoice, ...others))).toEqual({ settled, remaining, closedOn, notes });
  });
});

describe('where the ledger is kept in another currency than kroner', () => {
  test('an invoice in it has a balance of its own, and one in kroner is the foreign one', () => {
    const swedish = matched({ CurrencyCode: 'SEK', Balance: 600 });
    const paid = entryRow({ Amount: -400, CurrencyCode: 'SEK' });
    expect(inWords(understoodIn('SEK', swedish, paid))).toMatchObject({
      settled: ['payment 400.00 2026-03-01'],
      remaining: '600.00',
      notes: [],
    });
    const norwegian = matched({ TotalAmount: 1000, TotalPostedAmount: 950, Balance: 0 });
    const inSwedish = entryRow({ Amount: -960, CurrencyAmount: -960, CurrencyCode: 'SEK' });
    expect(inWords(understoodIn('SEK', norwegian, inSwedish))).toMatchObject({
      settled: ['payment 1000.00 2026-03-01'],
      remaining: '0.00',
    });
  });

  test('an invoice that names no currency is in that of the ledger', () => {
    expect(understoodIn('EUR', invoiceRow({ CurrencyCode: null })).currency).toBe('EUR');
  });
});

describe('an invoice in a foreign currency', () => {
  /** 1000 euros, 11 500 kroner at the invoice's rate. */
  const euros = (with_: Partial<InvoiceRow> = {}): InvoiceRow =>
    matched({ CurrencyCode: 'EUR', TotalPostedAmount: 11_500, CurrencyExchangeRate: 11.5, ...with_ });
  const inEuros = (CurrencyAmount: number, Amount: number, with_: Partial<EntryRow> = {}): EntryRow =>
    entryRow({ Amount, CurrencyAmount, CurrencyCode: 'EUR', ...with_ });

  test.each<[string, Situation]>([
    ['unpaid', { invoice: euros({ MatchId: null, Balance: 11_500 }), settled: [], remaining: '1000.00' }],
    [
      'paid in full at another rate is paid to its total',
      {
        invoice: euros(),
        others: [inEuros(-1000, -11_720)],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'paid in part: what was paid in its own currency counts, whatever the rate',
      {
        invoice: euros({ Balance: 6900 }),
        others: [inEuros(-400, -4800)],
        settled: ['payment 400.00 2026-03-01'],
        remaining: '600.00',
      },
    ],
    [
      'paid by a payment of which half is still open',
      {
        invoice: euros({ Balance: 6900 }),
        others: [inEuros(-800, -9200, { Balance: -4600 })],
        settled: ['payment 400.00 2026-03-01'],
        remaining: '600.00',
      },
    ],
    [
      'paid in part in kroner: converted at the rate of the invoice',
      {
        invoice: euros({ Balance: 6900 }),
        others: [entryRow({ Amount: -4600 })],
        settled: ['payment 400.00 2026-03-01'],
        remaining: '600.00',
        notes: ['convertedAtInvoiceRate'],
      },
    ],
    [
      'paid in part in kroner, where the rate is missing',
      {
        invoice: euros({ Balance: 6900, CurrencyExchangeRate: null }),
        others: [entryRow({ Amount: -4600 })],
        settled: ['payment 400.00 2026-03-01'],
        remaining: '600.00',
        notes: ['convertedAtInvoiceRate'],
      },
    ],
    [
      'paid in full in kroner is exact',
      {
        invoice: euros(),
        others: [entryRow({ Amount: -11_500 })],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'paid in euros, the rest written off in kroner',
      {
        invoice: euros(),
        others: [
          inEuros(-995, -11_442.5),
          entryRow({ Amount: -57.5, IsWriteOff: true, PostingDate: '2026-02-25' }),
        ],
        settled: ['write-off 5.00 2026-02-25', 'payment 995.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'paid in full with an exchange difference in the group',
      {
        invoice: euros(),
        others: [inEuros(-1000, -11_400), entryRow({ Amount: -100, VoucherType: 'Unknown' })],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'partly paid in a group with another invoice: converted',
      {
        invoice: euros({ Balance: 6900 }),
        others: [
          ownEntry(euros({ InvoiceNo: 101, TotalAmount: 100, TotalPostedAmount: 1150 })),
          inEuros(-500, -5750),
        ],
        settled: ['payment 400.00 2026-03-01'],
        remaining: '600.00',
        notes: ['convertedAtInvoiceRate'],
      },
    ],
    [
      'paid in euros and kroner in a group with another invoice: nobody can tell the parts',
      {
        invoice: euros(),
        others: [
          ownEntry(euros({ InvoiceNo: 101, TotalAmount: 100, TotalPostedAmount: 1150 })),
          inEuros(-800, -9200),
          entryRow({ Amount: -3450, VoucherType: 'OutgoingCreditNote', CurrencyCode: 'NOK' }),
        ],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
        notes: ['mayIncludeCredits'],
      },
    ],
    [
      'settled by more euros than it amounts to, with kroner beside them',
      {
        invoice: euros(),
        others: [inEuros(-1100, -12_650), entryRow({ Amount: -10, PostingDate: '2026-03-02' })],
        settled: ['payment 1000.00 2026-03-02'],
        remaining: '0.00',
        closedOn: '2026-03-02',
        notes: ['dateIsUpperBound'],
      },
    ],
    [
      'paid in full with an exchange difference booked as no euros',
      {
        invoice: euros(),
        others: [inEuros(-1000, -11_400), inEuros(0, -100, { VoucherType: 'Unknown' })],
        settled: ['payment 1000.00 2026-03-01'],
        remaining: '0.00',
        closedOn: '2026-03-01',
      },
    ],
    [
      'a balance in kroner larger than the total in euros is no surprise',
      {
        invoice: euros({ MatchId: null, Balance: 11_500, TotalAmount: 1000 }),
        settled: [],
        remaining: '1000.00',
      },
    ],
  ])('%s', (_, { invoice, others = [], settled, remaining, closedOn = null, notes = [] }) => {
    expect(inWords(understood(invoice, ...others))).toEqual({ settled, remaining, closedOn, notes });
  });

  it('without decimals is reckoned in whole units', () => {
    const yen = matched({
      CurrencyCode: 'JPY',
      TotalAmount: 50_000,
      TotalPostedAmount: 3500,
      CurrencyExchangeRate: 0.07,
      Balance: 1750,
    });
    const payment = entryRow({ Amount: -1750, CurrencyAmount: -25_000, CurrencyCode: 'JPY' });
    expect(inWords(understood(yen, payment))).toMatchObject({
      settled: ['payment 25000 2026-03-01'],
      remaining: '25000',
    });
  });
});

describe('what else the ledger holds', () => {
  it('a credit note stays a credit note, closed by the invoice it credits', () => {
    const note = matched({ InvoiceNo: 200, VoucherType: 'OutgoingCreditNote', TotalAmount: -1000 });
    const credit = understood(note, other(100, 1000));
    expect(credit.kind).toBe('credit-note');
    expect(inWords(credit)).toEqual({
      settled: ['credit -1000.00 2026-02-01'],
      remaining: '0.00',
      closedOn: null,
      notes: [],
    });
  });

  it('a reversed invoice has nothing paid and nothing owed, whatever its group says', () => {
    const reversed = understood(matched({ IsReversed: true }), entryRow({ Amount: -1000 }));
    expect(reversed.state).toBe('reversed');
    expect(inWords(reversed)).toEqual({ settled: [], remaining: '0.00', closedOn: null, notes: [] });
  });

  it('an invoice keeps its own id, number, customer and currency', () => {
    expect(understood(invoiceRow({ InvoiceNo: 12345 }))).toMatchObject({
      id: 'invoice-12345',
      number: '12345',
      kind: 'invoice',
      ledger: 'receivable',
      state: 'posted',
      customerNumber: '10018',
      currency: 'NOK',
      total: { minor: 100_000, currency: 'NOK' },
    });
  });

  it('a payment is found by its voucher number', () => {
    const [settlement] = understood(matched(), entryRow({ Amount: -1000, VoucherNo: 4711 })).settlements;
    expect(settlement?.reference).toBe('4711');
  });
});

describe('every posted invoice whose balance is known', () => {
  const ore = fc.integer({ min: 1, max: 10_000_000 });
  const settling = fc.record({
    part: ore,
    open: fc.oneof(fc.constant(0), ore),
    day: fc.constantFrom('2026-02-10', '2026-03-01', '2026-03-09'),
    type: fc.constantFrom('BankJournal', 'OutgoingCreditNote', 'Unknown', 'ReversalVoucher'),
    writeOff: fc.boolean(),
  });

  it('is settled by exactly its total less what remains, with any companions in its group', () => {
    fc.assert(
      fc.property(
        fc.array(settling, { minLength: 1, maxLength: 5 }),
        fc.nat({ max: 100 }),
        ore,
        fc.constantFrom(1, 11.2345),
        (parts, companionShare, rest, rate) => {
          const matchedSum = parts.reduce((total, { part }) => total + part, 0);
          const companion = Math.floor((matchedSum * companionShare) / 101);
          const own = matchedSum - companion;
          const foreign = rate !== 1;
          const krone = (minor: number): number => Math.round(minor * rate) / 100;
          const invoice = matched({
            TotalAmount: (own + rest) / 100,
            TotalPostedAmount: krone(own + rest),
            Balance: krone(rest),
            CurrencyCode: foreign ? 'EUR' : 'NOK',
            CurrencyExchangeRate: rate,
          });
          const entries = parts.map(({ part, open, day, type, writeOff }) =>
            entryRow({
              Amount: -krone(part + open),
              Balance: -krone(open),
              CurrencyAmount: -(part + open) / 100,
              CurrencyCode: foreign ? 'EUR' : 'NOK',
              PostingDate: day,
              VoucherType: type,
              IsWriteOff: writeOff,
            }),
          );
          if (companion > 0) {
            entries.push(
              ownEntry(
                matched({
                  InvoiceNo: 101,
                  TotalAmount: companion / 100,
                  TotalPostedAmount: krone(companion),
                  CurrencyCode: foreign ? 'EUR' : 'NOK',
                }),
              ),
            );
          }
          const { settlements, total, remaining, currency } = understood(invoice, ...entries);
          expect(remaining).not.toBeNull();
          if (remaining === null) return;
          expect(
            sum(
              settlements.map(({ amount }) => amount),
              currency,
            ),
          ).toEqual(subtract(total, remaining));
          if (!foreign) expect(remaining.minor).toBe(rest);
        },
      ),
    );
  });
});
