import type { Detail, virtualLedger } from './virtual-ledger';
import type { Row } from './virtual-table';

/** The ledger as NAV's three pages show it. */
export function dynamicsNavTables(ledger: ReturnType<typeof virtualLedger>) {
  return {
    before: ledger.before,
    DetailedCustLedgEntries: ledger.details(detailedRow, 'Cust_Ledger_Entry_No'),
    CustomerLedgerEntries: ledger.entries(
      ({ number, invoiceEntry, paid, isOpen }) => ({
        Entry_No: invoiceEntry,
        Posting_Date: '2026-10-01',
        Document_Type: 'Invoice',
        Document_No: number,
        Customer_No: '10018',
        Currency_Code: '',
        Original_Amount: 100,
        Remaining_Amount: 100 - paid,
        Open: isOpen,
        Reversed: false,
      }),
      'Entry_No',
    ),
    PostedSalesInvoices: ledger.documents(
      ({ number, isOpen }) => ({
        No: number,
        External_Document_No: '',
        Bill_to_Customer_No: '10018',
        Posting_Date: '2026-10-01',
        Currency_Code: '',
        Amount_Including_VAT: 100,
        Closed: !isOpen,
        Cancelled: false,
        Corrective: false,
      }),
      'No',
    ),
  };
}

function detailedRow({ no, kind, story }: Detail): Row {
  const isPayment = kind === 'payment' || kind === 'applied to payment';
  const isFirst = kind === 'invoice' || kind === 'payment';
  return {
    Entry_No: no,
    Cust_Ledger_Entry_No: isPayment ? story.paymentEntry : story.invoiceEntry,
    Entry_Type: isFirst ? 'Initial Entry' : 'Application',
    Document_Type: kind === 'invoice' ? 'Invoice' : 'Payment',
    Document_No: kind === 'invoice' ? story.number : `B${story.number}`,
    Posting_Date: kind === 'invoice' ? '2026-10-01' : '2026-11-20',
    Amount: kind === 'invoice' ? 100 : kind === 'applied to payment' ? story.paid : -story.paid,
    Unapplied: false,
  };
}
