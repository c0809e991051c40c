import { describe, expect, it } from 'vitest';
import { createGroupCache, type KnownGroup } from '@/utils/accounting/poweroffice-go/group-cache';
import { isoDate } from '@/utils/payments/iso-date';
import type { LedgerEntry } from '@/utils/accounting/poweroffice-go/schemas';

const entry = (id: number): LedgerEntry => ({
  Id: String(id),
  Amount: '-10.50',
  Balance: '0',
  PostingDate: isoDate('2026-03-01'),
  VoucherType: 'BankJournal',
  ClientCurrency: 'NOK',
});
const group = (...ids: number[]): KnownGroup => ({ entries: ids.map(entry), surelyWhole: true });

describe('the cache of match groups', () => {
  it('keeps the 2,000 that were kept last', () => {
    const cache = createGroupCache();
    for (let id = 0; id < 2_000; id += 1) cache.keep(String(id), group(id));
    cache.keep('0', group(0));
    cache.keep('2000', group(2_000));
    expect(['0', '1', '2'].map((id) => cache.get(id))).toEqual([group(0), undefined, group(2)]);
  });

  it('keeps what a statement tells ahead until it is asked for, and from then on like any other', () => {
    const cache = createGroupCache();
    const keepAhead = cache.readAhead();
    keepAhead('a', entry(1));
    keepAhead('b', entry(2));
    keepAhead('a', entry(3));
    for (let id = 0; id < 2_000; id += 1) cache.keep(String(id), group(id));
    expect(cache.get('a')).toEqual({ entries: [entry(1), entry(3)], surelyWhole: false });
    expect(cache.get('a')).toEqual({ entries: [entry(1), entry(3)], surelyWhole: false });
    for (let id = 0; id < 2_000; id += 1) cache.keep(String(id), group(id));
    expect(cache.get('a')).toBeUndefined();
    expect(cache.get('b')).toEqual({ entries: [entry(2)], surelyWhole: false });
  });

  it('begins no more than 10,000 ahead, and none of an earlier statement again', () => {
    const cache = createGroupCache();
    const first = cache.readAhead();
    for (let id = 0; id < 10_001; id += 1) first(String(id), entry(id));
    first('0', entry(-1));
    const second = cache.readAhead();
    second('0', entry(0));
    second('10000', entry(10_000));
    expect(cache.get('10000')).toBeUndefined();
    expect(cache.get('0')?.entries).toEqual([entry(0), entry(-1)]);
    second('10000', entry(10_000));
    expect(cache.get('10000')?.entries).toEqual([entry(10_000)]);
  });
});
