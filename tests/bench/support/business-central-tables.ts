import type { Detail, virtualLedger } from './virtual-ledger';
import type { Row } from './virtual-table';

export const COMPANY = 'b5c1f3a4-2d6e-4f7a-9b80-1c3d5e7f9a02';

const LOCAL = '00000000-0000-0000-0000-000000000000';

/** The ledger as Business Central's two APIs show it. */
export function businessCentralTables(ledger: ReturnType<typeof virtualLedger>) {
  return {
    before: ledger.before,
    customerLedgerEntries: ledger.details(ledgerRow, 'cleEntryNo'),
    salesInvoices: ledger.documents(
      ({ number, paid, isOpen }) => ({
        id: `00000000-0000-4000-8000-000000${number}`,
        number,
        externalDocumentNumber: '',
        orderNumber: '',
        postingDate: '2026-10-01',
        billToCustomerNumber: '10018',
        currencyId: LOCAL,
        currencyCode: 'NOK',
        totalAmountIncludingTax: 100,
        remainingAmount: 100 - paid,
        status: isOpen ? 'Open' : 'Paid',
        lastModifiedDateTime: '2026-11-22T11:59:00Z',
      }),
      'number',
    ),
  };
}

function ledgerRow({ no, kind, story }: Detail): Row {
  const isPayment = kind === 'payment' || kind === 'applied to payment';
  const isFirst = kind === 'invoice' || kind === 'payment';
  const amount = kind === 'invoice' ? 100 : kind === 'applied to payment' ? story.paid : -story.paid;
  const isOpen = !isPayment && story.isOpen;
  return {
    cleEntryNo: isPayment ? story.paymentEntry : story.invoiceEntry,
    cleOpen: isOpen,
    clePostingDate: isPayment ? '2026-11-20' : '2026-10-01',
    cleClosedAtDate: isOpen ? '0001-01-01' : '2026-11-20',
    dcleEntryNo: no,
    dclePostingDate: kind === 'invoice' ? '2026-10-01' : '2026-11-20',
    dcleEntryType: isFirst ? 'Initial_x0020_Entry' : 'Application',
    dcleDocumentType: kind === 'invoice' ? 'Invoice' : 'Payment',
    dcleDocumentNo: kind === 'invoice' ? story.number : `B${story.number}`,
    dcleAmountLCY: amount,
    dcleCustomerNo: '10018',
  };
}
