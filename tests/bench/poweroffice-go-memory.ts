import { isoDate } from '@/utils/payments/iso-date';
import { fakePowerOffice, never } from '../unit/accounting/poweroffice-go/support/fake-power-office';
import { entryRow, invoiceRow, ownEntry } from '../unit/accounting/poweroffice-go/support/rows';
import type { Bench } from './bench';
import { HEAP_WATCH_FLAGS, watchHeap } from './support/heap-watch';

const LEDGER_ENTRIES = 100_000;
const INVOICES = Math.ceil(LEDGER_ENTRIES / 3);

/** Invoices of two months, each paid by two payments in the month after. */
function books() {
  const invoices = Array.from({ length: INVOICES }, (_, at) => {
    const day = Math.floor((at * 56) / INVOICES);
    const month = day < 28 ? '01' : '02';
    const VoucherDate = `2026-${month}-${String((day % 28) + 1).padStart(2, '0')}`;
    return invoiceRow({ InvoiceNo: 100_000 + at, MatchId: at + 1, Balance: 0, VoucherDate });
  });
  const own = invoices.map((invoice) => ownEntry(invoice));
  const payments = invoices.flatMap(({ MatchId }) =>
    [-600, -400].map((Amount) => entryRow({ Amount, MatchId })),
  );
  return { invoices, entries: [...own, ...payments] };
}

export const powerOfficeMemory: Bench = {
  about: `PowerOffice Go: memory while ${LEDGER_ENTRIES} ledger entries are streamed`,
  how:
    `The product reads ${INVOICES.toLocaleString('en')} invoices with two payments each from a day. Which payments are an ` +
    'invoice’s, PowerOffice Go tells in a statement of the whole ledger: what it tells of 10,000 later invoices is kept, so ' +
    'that there are no more readings of it than that needs. Memory is measured as with the other systems.',
  flags: HEAP_WATCH_FLAGS,
  async run() {
    const told = books();
    const watch = watchHeap();
    const { source, requests } = fakePowerOffice({ ...told, instead: () => void watch.look() });
    let invoices = 0;
    const query = { from: 'day', day: isoDate('2026-03-01'), timeZone: 'Europe/Oslo' } as const;
    for await (const page of source.changes(query, never)) {
      invoices += page.invoices.length;
      watch.look();
    }
    const { peak, left } = watch.result();
    return [
      { what: 'changed invoices', value: invoices, unit: 'invoices' },
      { what: 'requests', value: requests.length, unit: 'requests' },
      { what: 'highest growth of the heap', value: peak, unit: 'MB' },
      { what: 'growth that stays', value: left, unit: 'MB' },
    ];
  },
};
