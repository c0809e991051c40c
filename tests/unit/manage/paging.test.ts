import { describe, expect, it } from 'vitest';
import { allInvoices } from './support/all-invoices';
import {
  invoiceRow,
  manageOn,
  rejectionOf,
  signal,
  type Scripted,
  type SeenRequest,
} from './support/scripted-http';

const PAGE_SIZE = 1000;

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    invoiceRow({ id: from + index, invoiceNumber: String(from + index) }),
  );

/** A Manage of `total` invoices with ids from 1 that pages forward, or does not know how to. */
function manage(total: number, { forward }: { forward: boolean }) {
  return (request: SeenRequest): Scripted => {
    const size = Number(request.query('pageSize'));
    if (forward && request.request.headers?.['pagination-type'] === 'forward-only') {
      const after = Number(request.query('pageId') ?? 0);
      const body = rows(after + 1, Math.min(size, total - after));
      const last = after + body.length;
      const next = `<https://elsewhere.example/finance/invoices?pageSize=${size}&pageId=${last}>; rel="next"`;
      return {
        body,
        headers: last < total ? { link: next } : { link: '<https://x.example/?a=1>; rel="first"' },
      };
    }
    const page = Number(request.query('page') ?? 1);
    return { body: rows((page - 1) * size + 1, Math.max(0, Math.min(size, total - (page - 1) * size))) };
  };
}

async function idsOf(total: number, options: { forward: boolean }) {
  const { api, seen } = manageOn(manage(total, options));
  const ids: number[] = [];
  for await (const invoices of allInvoices(api, 'total > 0', signal))
    ids.push(...invoices.map(({ id }) => id));
  return { ids, seen };
}

const upTo = (total: number) => Array.from({ length: total }, (_, index) => index + 1);

describe('all invoices', () => {
  it.each([0, 1, PAGE_SIZE - 1, PAGE_SIZE, PAGE_SIZE + 1, 2 * PAGE_SIZE, 2 * PAGE_SIZE + 5])(
    'come once each, in order, when there are %i',
    async (total) => {
      expect((await idsOf(total, { forward: true })).ids).toEqual(upTo(total));
      expect((await idsOf(total, { forward: false })).ids).toEqual(upTo(total));
    },
  );

  it('are asked for forward-only, from our own host, with the conditions on every page', async () => {
    const { seen } = await idsOf(2 * PAGE_SIZE + 5, { forward: true });
    expect(seen.map((request) => request.query('pageId'))).toEqual([null, '1000', '2000']);
    for (const request of seen) {
      expect(request.url.host).toBe('api-na.myconnectwise.net');
      expect(request.query('conditions')).toBe('total > 0');
      expect(request.query('orderBy')).toBeNull();
      expect(request.request.headers).toMatchObject({ 'pagination-type': 'forward-only' });
    }
  });

  it('are asked for by page numbers, in the order of ids, where forward-only is not known', async () => {
    const { seen } = await idsOf(2 * PAGE_SIZE, { forward: false });
    expect(seen.slice(1).map((request) => [request.query('page'), request.query('orderBy')])).toEqual([
      ['1', 'id'],
      ['2', 'id'],
      ['3', 'id'],
    ]);
  });

  it('stop at a page that is not full, even if a next one is named', async () => {
    const link = `<https://x.example/?pageId=9>; rel="next"`;
    const { api, seen } = manageOn(() => ({ body: rows(1, 3), headers: { link } }));
    const pages = [];
    for await (const page of allInvoices(api, '', signal)) pages.push(page);
    expect(pages).toHaveLength(1);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.query('conditions')).toBeNull();
  });

  it('do not go round in circles when the next page is the same one', async () => {
    const link = `<https://x.example/?pageId=5>; rel="next"`;
    const { api } = manageOn(() => ({ body: rows(1, PAGE_SIZE), headers: { link } }));
    const read = async () => {
      for await (const page of allInvoices(api, '', signal)) expect(page).toHaveLength(PAGE_SIZE);
    };
    expect(await rejectionOf(read())).toMatchObject({ reason: { code: 'wrongShape' } });
  });
});
