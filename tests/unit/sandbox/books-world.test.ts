import { describe, expect, it } from 'vitest';
import { dayBefore } from '../../../sandbox/books/calendar';
import { createWorld, sizedWorld, type World } from '../../../sandbox/world';

const NOW = Date.parse('2026-11-23T09:30:00Z');

describe('Manage at Nord IT', () => {
  const { manage, powerOffice } = createWorld(NOW);

  it('knows most invoices of the books, a few the books do not have, and each number once', () => {
    const numbers = manage.invoices.map(({ invoiceNumber }) => invoiceNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).not.toContain('12362');
    expect(
      numbers
        .filter((number) => !powerOffice.invoices.some(({ InvoiceNo }) => String(InvoiceNo) === number))
        .sort(),
    ).toEqual(['0012345', '12392', '12393', 'AGR-2207', 'CM-0041', 'CM-0042']);
  });

  it('has one payment record at most on an invoice, besides the credit memos applied to it', () => {
    for (const { payments } of manage.invoices) {
      expect(payments.filter(({ creditInvoiceId }) => creditInvoiceId === null).length).toBeLessThanOrEqual(
        1,
      );
    }
  });

  it('leads every applied credit memo to a memo it holds', () => {
    const memos = manage.invoices.flatMap(({ payments }) =>
      payments.flatMap(({ creditInvoiceId }) => creditInvoiceId ?? []),
    );
    expect(memos).toHaveLength(3);
    for (const memo of memos) expect(manage.invoices.find(({ id }) => id === memo)?.type).toBe('CreditMemo');
  });

  it('gives its next payment an id nobody has', () => {
    const ids = manage.invoices.flatMap(({ payments }) => payments.map(({ id }) => id));
    expect(manage.nextPaymentId).toBeGreaterThan(Math.max(...ids));
  });
});

describe('A world', () => {
  it('has a clock that starts at its moment and goes on', async () => {
    const running: World = createWorld(NOW);
    const first = running.now();
    expect(first - NOW).toBeLessThan(1000);
    await new Promise((resolve) => setTimeout(resolve, 15));
    expect(running.now()).toBeGreaterThan(first);
  });

  it('can be made of any size, every invoice of it changed within the last month and unpaid in Manage', () => {
    const sized = sizedWorld(NOW, 1000);
    expect(sized.powerOffice.invoices).toHaveLength(1000);
    expect(sized.manage.invoices.every(({ payments }) => payments.length === 0)).toBe(true);
    const since = dayBefore(NOW, 26);
    for (const row of sized.powerOffice.invoices) {
      expect((row.BalanceLastChangedDateTimeOffset ?? '') > since).toBe(true);
    }
  });
});
