import { describe, expect, it } from 'vitest';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { LEDGERS, TODAY } from './support/books';
import { after, never, openSource, read, since } from './support/open-source';

const START = '2026-10-22';

describe.each(LEDGERS)('a source that reads %s', (_, books, told) => {
  const openLedger = () => openSource(books, told.ledger);

  it('lists all invoices of one number on one page, and declares nothing safe before the end', async () => {
    const { source } = await openLedger();
    const { pages } = await read(source, since(START));
    const numbers = pages.map(({ invoices }) => [...new Set(invoices.map(({ number }) => number))]).flat();
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(pages.slice(0, -1).map(({ watermark }) => watermark)).toEqual(pages.slice(1).map(() => null));
  });

  it('accounts for every amount', async () => {
    const { source } = await openLedger();
    const { invoices } = await read(source, since(START));
    const live = invoices.filter(({ state, remaining }) => state === 'posted' && remaining !== null);
    expect(live.length).toBeGreaterThan(told.moreThan);
    expect(live.every(({ ledger }) => ledger === told.ledger)).toBe(true);
    for (const { number, kind, total, settlements, remaining } of live) {
      expect([number, Math.sign(total.minor) >= 0]).toEqual([number, kind === 'invoice']);
      const settled = settlements.reduce((sum, { amount }) => sum + amount.minor, 0);
      expect([number, settled + (remaining?.minor ?? 0)]).toEqual([number, total.minor]);
    }
  });

  it('keeps to what it declares', async () => {
    const { source } = await openLedger();
    const { invoices } = await read(source, since(START));
    const { exactPaidDate, creditsApart } = source.capabilities;
    const isExact = (each: AccountingInvoice): boolean =>
      each.closedOn !== null && !each.notes.includes('dateFirstSeen');
    expect(invoices.some(isExact)).toBe(exactPaidDate);
    const kinds = new Set(invoices.flatMap(({ settlements }) => settlements.map(({ kind }) => kind)));
    expect(kinds.has('credit')).toBe(creditsApart);
  });

  it('tells of single invoices what it tells of all', async () => {
    const { source, open } = await openLedger();
    const { invoices, watermark } = await read(source, since(START));
    const numbers = [...new Set(invoices.map(({ number }) => number))];
    const alone = await (await open()).lookUp(numbers, never, watermark);
    const inOrder = (a: AccountingInvoice, b: AccountingInvoice): number =>
      `${a.number} ${a.id}` < `${b.number} ${b.id}` ? -1 : 1;
    expect([...alone.invoices].sort(inOrder)).toEqual([...invoices].sort(inOrder));
  });

  it('knows nothing of numbers that are not in the books', async () => {
    const { source } = await openLedger();
    const found = await source.lookUp(['99999', 'no such invoice', '00012345', "O'Hara", ''], never);
    expect(found.invoices).toEqual([]);
    expect(found.unreadable).toEqual([]);
  });

  it('goes on where it ended, with what has happened since', async () => {
    const { source, open, world, time } = await openLedger();
    time.advance(3_600_000);
    const first = await read(source, since(START));
    time.advance(3_600_000);
    // What is read again to be sure of it is told as before.
    const idle = await read(await open(), after(first.watermark));
    expect(first.invoices).toEqual(expect.arrayContaining([...idle.invoices]));
    expect(idle.invoices.length).toBeLessThanOrEqual(1);
    told.pay(world, TODAY);
    const next = await read(await open(), after(first.watermark));
    const before = new Set(idle.invoices.map(({ number }) => number));
    expect(next.invoices.map(({ number }) => number).filter((number) => !before.has(number))).toEqual([
      told.unpaid,
    ]);
  });

  it('knows how far a sync reaches back, and which of two was later', async () => {
    const { source, open, world, time } = await openLedger();
    const { watermark: first } = await read(source, since(START));
    time.advance(26 * 3_600_000);
    told.pay(world, '2026-11-23');
    const { watermark: second } = await read(await open(), after(first));
    expect(source.later(first, second)).toBe(second);
    expect(source.later(second, first)).toBe(second);
    expect(source.reachesBack(after(first), second)).toBe(true);
    expect(source.reachesBack(after(second), first)).toBe(false);
    expect(source.reachesBack(since('2026-11-22', second), second)).toBe(true);
    expect(source.reachesBack(since('2026-11-24'), first)).toBe(false);
  });

  it('names every vendor, and tells nothing of names where customers are', async () => {
    const { source } = await openLedger();
    const { invoices } = await read(source, since(START));
    const named = invoices.filter(({ partyName }) => partyName !== undefined && partyName !== '');
    expect(named).toHaveLength(told.ledger === 'payable' ? invoices.length : 0);
  });

  it('finds nothing to complain of in its connection but what it declares', async () => {
    const { check } = await openLedger();
    const results = await check();
    const complaints = results.filter(({ verdict }) => verdict !== 'ok').map(({ verdict }) => verdict);
    expect(complaints).toEqual(books.eyes.system?.endsWith('without-ledger') ? ['warning', 'warning'] : []);
  });

  it('stops when it is told to', async () => {
    const { source } = await openLedger();
    const stopped = AbortSignal.abort(new Error('stopped'));
    const reading = source.changes(since(START), stopped)[Symbol.asyncIterator]();
    await expect(reading.next()).rejects.toThrow('stopped');
    await expect(source.lookUp([told.unpaid], stopped)).rejects.toThrow('stopped');
  });
});
