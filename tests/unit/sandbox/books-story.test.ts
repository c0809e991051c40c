import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBefore } from '../../../sandbox/books/calendar';
import { keepLedger } from '../../../sandbox/books/ledger';
import { tellNordIt } from '../../../sandbox/books/nord-it';
import type { LedgerEntryRow } from '../../../sandbox/poweroffice-go/state';
import { createWorld } from '../../../sandbox/world';

const NOW = Date.parse('2026-11-23T09:30:00Z');
const world = createWorld(NOW);
const { invoices, entries, matches } = world.powerOffice;

const ore = (amount: number): number => Math.round(amount * 100);
const groups = (all: readonly LedgerEntryRow[]): LedgerEntryRow[][] =>
  [...new Set(all.map(({ MatchId }) => MatchId))]
    .filter((id) => id !== null)
    .map((id) => all.filter(({ MatchId }) => MatchId === id));
const invoice = (no: number) => invoices.find((row) => row.InvoiceNo === no && !row.IsReversed);
const groupOf = (no: number) =>
  entries.filter(({ MatchId }) => MatchId !== null && MatchId === invoice(no)?.MatchId);

describe('The books of Nord IT', () => {
  it('are those of a small firm: about two hundred invoices of some two dozen customers', () => {
    expect(invoices.length).toBeGreaterThan(190);
    expect(invoices.length).toBeLessThan(230);
    expect(new Set(invoices.map(({ CustomerNo }) => CustomerNo)).size).toBeGreaterThanOrEqual(24);
  });

  it('are the same whenever they are made at the same moment', () => {
    expect(createWorld(NOW).powerOffice).toEqual(world.powerOffice);
    expect(createWorld(NOW).manage).toEqual(world.manage);
  });

  it('hold together at any moment they are told at', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2032-01-01') }), (now) => {
        expect(() => keepLedger(tellNordIt(now).events)).not.toThrow();
      }),
      { numRuns: 20 },
    );
  });

  it('close as much in a match group on the one side as on the other', () => {
    expect(groups(entries).length).toBeGreaterThan(100);
    for (const group of groups(entries)) {
      expect(group.reduce((sum, { Amount, Balance }) => sum + ore(Amount) - ore(Balance), 0)).toBe(0);
      expect(group.some(({ Amount }) => Amount > 0) && group.some(({ Amount }) => Amount < 0)).toBe(true);
    }
  });

  it('leave no balance beyond an amount or of the other sign, and nothing matched without a group', () => {
    for (const { Amount, Balance, MatchId } of entries) {
      expect(Math.abs(Balance)).toBeLessThanOrEqual(Math.abs(Amount));
      expect(Balance * Amount).toBeGreaterThanOrEqual(0);
      expect(Balance !== Amount).toBe(MatchId !== null && Amount !== 0);
    }
  });

  it('say the same of an invoice in the list of invoices and on the ledger', () => {
    for (const row of invoices) {
      const entry = entries.find(({ VoucherId, InvoiceNo }) => VoucherId === row.Id && InvoiceNo !== null);
      expect(entry).toMatchObject({
        Amount: row.TotalPostedAmount,
        Balance: row.Balance,
        CurrencyAmount: row.TotalAmount,
        CurrencyCode: row.CurrencyCode,
        MatchId: row.MatchId,
        VoucherNo: row.VoucherNo,
        LastChangedDateTimeOffset: row.BalanceLastChangedDateTimeOffset,
      });
    }
  });

  it('give ids once', () => {
    expect(new Set(entries.map(({ Id }) => Id)).size).toBe(entries.length);
    expect(new Set(invoices.map(({ Id }) => Id)).size).toBe(invoices.length);
  });

  it('explain every balance by the matches they keep', () => {
    for (const { Id, Amount, Balance } of entries) {
      const closed = matches
        .filter(({ entryIds }) => entryIds.includes(Id))
        .reduce((sum, match) => sum + match.ore, 0);
      expect(ore(Amount) - Math.sign(Amount) * closed).toBe(ore(Balance));
    }
  });

  it('emit decimals of two places, written as short as they can be', () => {
    for (const { Amount, Balance, CurrencyAmount } of entries) {
      for (const amount of [Amount, Balance, CurrencyAmount])
        expect(String(amount)).toMatch(/^-?\d+(\.\d{1,2})?$/);
    }
  });

  it('changed about eighty invoices within a month, and nothing where counting a month could make a difference', () => {
    const changed = invoices.map((row) => row.BalanceLastChangedDateTimeOffset?.slice(0, 10) ?? '');
    const within = changed.filter((day) => day >= dayBefore(NOW, 31)).length;
    expect(within).toBeGreaterThan(70);
    expect(within).toBeLessThan(110);
    expect(changed.filter((day) => day > dayBefore(NOW, 33) && day < dayBefore(NOW, 26))).toEqual([]);
  });

  it('were changed within office hours, so that no European time zone moves a change to another day', () => {
    for (const { CreatedDateTimeOffset } of entries)
      expect(CreatedDateTimeOffset.slice(11, 13)).toMatch(/0[6-9]|1[0-4]/);
  });

  it('hold no group whose split only the firm could know: several invoices with money and credits', () => {
    for (const group of groups(entries)) {
      const several = group.filter(({ VoucherType }) => VoucherType === 'OutgoingInvoice').length > 1;
      const credits = group.some(
        ({ VoucherType, IsWriteOff }) => IsWriteOff || VoucherType === 'OutgoingCreditNote',
      );
      expect(several && credits).toBe(false);
    }
  });

  it.each<[string, (row: (typeof invoices)[number], group: LedgerEntryRow[]) => boolean]>([
    ['unpaid', ({ Balance, TotalPostedAmount }) => Balance === TotalPostedAmount && Balance > 0],
    [
      'partly paid',
      ({ Balance, TotalPostedAmount }) => Balance !== null && Balance > 0 && Balance < TotalPostedAmount,
    ],
    [
      'paid by several payments',
      (_, group) => group.filter(({ VoucherType }) => VoucherType === 'BankJournal').length > 1,
    ],
    [
      'paid together with others',
      (_, group) => group.filter(({ VoucherType }) => VoucherType === 'OutgoingInvoice').length > 1,
    ],
    [
      'overpaid',
      ({ Balance }, group) => Balance === 0 && group.some((entry) => entry.Amount < 0 && entry.Balance < 0),
    ],
    [
      'credited',
      ({ VoucherType }, group) =>
        VoucherType === 'OutgoingInvoice' && group.some((each) => each.VoucherType === 'OutgoingCreditNote'),
    ],
    ['written off', (_, group) => group.some(({ IsWriteOff }) => IsWriteOff)],
    ['reversed', ({ IsReversed }) => IsReversed],
    ['in a foreign currency', ({ CurrencyCode }) => CurrencyCode !== 'NOK'],
    ['of no amount', ({ TotalAmount }) => TotalAmount === 0],
    [
      'matched with a reminder fee',
      (_, group) => group.some(({ VoucherType }) => VoucherType === 'OutgoingPaymentReminder'),
    ],
    [
      'closed by a voucher of unknown type',
      (_, group) => group.some(({ VoucherType }) => VoucherType === 'Unknown'),
    ],
    [
      'of a number that was used before',
      ({ InvoiceNo, IsReversed }) =>
        !IsReversed && invoices.filter((row) => row.InvoiceNo === InvoiceNo).length > 1,
    ],
  ])('know several invoices that are %s', (_, is) => {
    const those = invoices.filter((row) =>
      is(
        row,
        entries.filter(({ MatchId }) => MatchId !== null && MatchId === row.MatchId),
      ),
    );
    expect(those.length).toBeGreaterThanOrEqual(2);
  });

  it('show a payment in dollars that closes part of an invoice in NOK that is not the same part', () => {
    const row = invoice(10020);
    expect(row).toMatchObject({
      TotalAmount: 120,
      CurrencyCode: 'USD',
      CurrencyExchangeRate: 9.2592,
      TotalPostedAmount: 1111.1,
      Balance: 640.48,
    });
    expect(groupOf(10020).find(({ Amount }) => Amount < 0)).toMatchObject({
      PostingDate: '2020-03-01',
      CurrencyAmount: -50,
      Amount: -470.62,
    });
  });

  it('close an invoice in euro in both currencies, the difference of rates being a line of the last payment', () => {
    expect(groupOf(12350).map(({ Amount, CurrencyAmount }) => [Amount, CurrencyAmount])).toEqual([
      [74_886.4, 6400],
      [-23_600, -2000],
      [-50_831, -4400],
      [-455.4, 0],
    ]);
  });

  it('do not touch the time stamp of the invoice itself when a payment comes', () => {
    const row = invoice(12345);
    expect(row?.LastChangedDateTimeOffset.slice(0, 10)).not.toBe(
      row?.BalanceLastChangedDateTimeOffset?.slice(0, 10),
    );
  });
});
