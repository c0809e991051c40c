import { describe, expect, it } from 'vitest';
import { clientOf, invoice, worldWith } from './manage-support';

const invoices = [
  invoice(1, { invoiceNumber: 'INV-1', total: 100, company: { id: 7, identifier: 'ACME', name: 'Acme' } }),
  invoice(2, { invoiceNumber: 'inv-2', total: 200, closed: true }),
  invoice(3, {
    invoiceNumber: 'A[1]',
    total: 0.3,
    lastUpdated: '2024-05-01T00:00:00Z',
    dueDate: '2024-06-01',
  }),
  invoice(4, { invoiceNumber: 'A1', total: 400, reference: 'x, and (y) or "z' }),
  invoice(5, { invoiceNumber: '100%*', total: -50, type: 'CreditMemo' }),
];
const client = clientOf(worldWith(invoices));

describe('conditions', () => {
  it.each<[string, number[]]>([
    ['id = 1', [1]],
    ['id=1', [1]],
    ['id != 1', [2, 3, 4, 5]],
    ['id < 2', [1]],
    ['id <= 2', [1, 2]],
    ['id > 4', [5]],
    ['id >= 4', [4, 5]],
    ['total = -50', [5]],
    ['total = 0.3', [3]],
    ['id in (1,3,99)', [1, 3]],
    ['id not in (1,3)', [2, 4, 5]],
    ['invoiceNumber = "inv-1"', [1]],
    ['invoiceNumber != "INV-1"', [2, 3, 4, 5]],
    ['invoiceNumber in ("inv-1","INV-2")', [1, 2]],
    ['invoiceNumber like "inv*"', [1, 2]],
    ['invoiceNumber not like "inv*"', [3, 4, 5]],
    ['invoiceNumber like "A[0-9]"', [4]],
    ['invoiceNumber contains "nv-"', [1, 2]],
    ['invoiceNumber in ("A[[]1]")', [3]],
    ['invoiceNumber contains "[[]1"', [3]],
    ['invoiceNumber = "100%*"', [5]],
    ['invoiceNumber = "a"', []],
    ['invoiceNumber < "a1"', [5]],
    ['company/name = "acme"', [1]],
    ['company/id in (7)', [1]],
    ['status/isClosed = True', [2]],
    ['status/isClosed = false', [1, 3, 4, 5]],
    ['dueDate >= [2024-06-01T00:00:00Z]', [3]],
    ['LastUpdated >= [2024-05-01T00:00:00Z]', [3]],
    ['lastUpdated < [2024-05-01T00:00:00Z]', [1, 2, 4, 5]],
    ['internalNotes = null', [1, 2, 3, 4, 5]],
    ['internalNotes != null', []],
    ['internalNotes != "x"', []],
    ['id = 1 or id = 2 and total = 0', [1]],
    ['(id = 1 or id = 2) and total > 150', [2]],
    ['id = 1 AND total = 100', [1]],
    ['reference contains "and (y) or"', [4]],
    ['invoiceNumber = "INV-1" or id = 4', [1, 4]],
  ])('%s', async (conditions, ids) => {
    expect(await client.matching(conditions)).toEqual(ids);
  });

  it.each([
    [''],
    ['id'],
    ['id ='],
    ['id == 1'],
    ['id = 1 and'],
    ['id = 1 id = 2'],
    ['(id = 1'],
    ['id = 1)'],
    ['id in ()'],
    ['id in 1'],
    ['id in (1,)'],
    ['id not = 1'],
    ['not id = 1'],
    ["invoiceNumber = '1'"],
    ['invoiceNumber = "1'],
    ['invoiceNumber = "a"b"'],
    ['invoiceNumber = "a\\"b"'],
    ['invoiceNumber = 12345'],
    ['invoiceNumber = "A[1]"'],
    ['invoiceNumber in ("A[")'],
    ['id = "1"'],
    ['id like 1'],
    ['status/isClosed = 1'],
    ['status/isClosed > True'],
    ['dueDate = "2024-06-01"'],
    ['dueDate = [2024-06-01]'],
    ['dueDate = [2024-06-01T00:00:00+01:00]'],
    ['dueDate = [2024-13-01T00:00:00Z]'],
    ['InvoiceNumber = "1"'],
    ['paidAmount = 1'],
    ['company = 7'],
    ['company/nobody = 7'],
    ['customFields = 1'],
    ['_info/lastUpdated > [2024-05-01T00:00:00Z]'],
    ['constructor = 1'],
    ['total = 1.'],
    ['total = 1,5'],
    ['id = 1; id = 2'],
  ])('%s is refused', async (conditions) => {
    const { status, body } = await client.get(`/finance/invoices?${new URLSearchParams({ conditions })}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'ConnectWiseApi', message: expect.any(String) as string });
  });

  it('lose a plus sign that was not encoded', async () => {
    const held = worldWith([invoice(1, { invoiceNumber: 'A+B' }), invoice(2, { invoiceNumber: 'A B' })]);
    const { get } = clientOf(held);
    const raw = await get('/finance/invoices?conditions=invoiceNumber%20=%20%22A+B%22&fields=id');
    const encoded = await get('/finance/invoices?conditions=invoiceNumber%20=%20%22A%2BB%22&fields=id');
    expect([raw.body, encoded.body]).toEqual([[{ id: 2 }], [{ id: 1 }]]);
  });

  it('count, too', async () => {
    const { body } = await client.get('/finance/invoices/count?conditions=id%20%3E%203');
    expect(body).toEqual({ count: 2 });
  });
});
