import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { money, subtract } from '@/utils/payments/money';
import type { ManagePort } from '@/utils/sync/manage-port';
import { held } from '../../unit/sync/support/plans';
import { invoiceAt, placeOf } from './streamed-books';

/**
 * A Manage that holds every invoice of the books and remembers of each, in one byte, whether it was written to: what it
 * shows then is what the books said. So its own size does not grow with what is measured.
 * @param most invoices it has room for
 */
export function bitmapManage(most: number): { readonly port: ManagePort; readonly writes: () => number } {
  const written = new Uint8Array(most);
  let writes = 0;
  const paidAt = (at: number) => invoiceAt(at).settlements[0]?.amount ?? money(0, 'NOK');

  const heldAt = (number: string): ManageInvoice => {
    const at = placeOf(number);
    const { total } = invoiceAt(at);
    const payments = written[at] === 1 ? paidAt(at) : money(0, 'NOK');
    return held(at + 1, number, { total, payments, balance: subtract(total, payments) });
  };

  const port: ManagePort = {
    findInvoices: (numbers) =>
      Promise.resolve({ invoices: numbers.map(heldAt), unaskable: [], unreadable: [] }),
    writeBack: {
      strategy: 'payment-record',
      read: (invoices) =>
        Promise.resolve(new Map(invoices.map(({ id }) => [id, { strategy: 'payment-record', records: [] }]))),
      write: ({ invoiceId, to: { amount, date } }) => {
        writes += 1;
        written[invoiceId - 1] = 1;
        const record = { id: invoiceId, amount: amount ?? money(0, 'NOK'), date, appliedBy: 'us' };
        return Promise.resolve({ strategy: 'payment-record', records: [record] });
      },
    },
  };
  return { port, writes: () => writes };
}
