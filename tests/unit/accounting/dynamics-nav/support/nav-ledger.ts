/** Rows by the names of their columns. (Types, since an interface has no index signature.) */
export type EntryRow = {
  Entry_No: number;
  Posting_Date: string;
  Document_Type: string;
  Document_No: string;
  Customer_No: string;
  Currency_Code: string;
  Original_Amount: number;
  Remaining_Amount: number;
  Open: boolean;
  Reversed: boolean;
  /** The vendor's number of a bill that was booked through a journal, where it is not the journal's own. */
  External_Document_No?: string;
};

export type DetailRow = {
  Entry_No: number;
  Cust_Ledger_Entry_No: number;
  Entry_Type: string;
  Document_Type: string;
  Document_No: string;
  Posting_Date: string;
  Amount: number;
  Unapplied: boolean;
};

export type DocumentRow = {
  No: string;
  External_Document_No: string;
  Bill_to_Customer_No: string;
  Posting_Date: string;
  Currency_Code: string;
  Amount_Including_VAT: number;
  Closed: boolean;
  Cancelled: boolean;
  Corrective: boolean;
};

interface InvoiceTold {
  customer?: string;
  on?: string;
  currency?: string;
  /** Booked through a journal alone: no sales document was posted. */
  journal?: boolean;
  external?: string;
  type?: string;
  cancelled?: boolean;
  corrective?: boolean;
  /** How far the next entry's number is away, as the general ledger counts in the same series. */
  step?: number;
}

interface SettlementTold {
  on?: string;
  /** What was applied. */
  type?: string;
  entryType?: string;
}

/** A customer ledger as NAV 2018 keeps it, told posting by posting. Numbers grow as things happen. */
export function navLedger() {
  const pages = {
    25: [] as EntryRow[],
    29: [],
    132: [],
    143: [] as DocumentRow[],
    146: [],
    573: [] as DetailRow[],
    574: [],
  };
  const documents = new Map<string, DocumentRow>();
  let entryNo = 0;
  let rowNo = 0;

  function entry(type: string, no: string, amount: number, told: InvoiceTold): EntryRow {
    const { customer = '10018', on = '2026-02-01', currency = '', step = 3 } = told;
    entryNo += step;
    const row: EntryRow = {
      Entry_No: entryNo,
      Posting_Date: on,
      Document_Type: type,
      Document_No: no,
      Customer_No: customer,
      Currency_Code: currency,
      Original_Amount: amount,
      Remaining_Amount: 0,
      Open: true,
      Reversed: false,
      ...(told.journal === true && told.external !== undefined && { External_Document_No: told.external }),
    };
    pages[25].push(row);
    detail(row, amount, { on, type, entryType: 'Initial Entry' });
    return row;
  }

  function detail(
    of: EntryRow,
    amount: number,
    told: Required<SettlementTold>,
    documentNo = of.Document_No,
  ): DetailRow {
    rowNo += 1;
    const row: DetailRow = {
      Entry_No: rowNo,
      Cust_Ledger_Entry_No: of.Entry_No,
      Entry_Type: told.entryType,
      Document_Type: told.type,
      Document_No: documentNo,
      Posting_Date: told.on,
      Amount: amount,
      Unapplied: false,
    };
    pages[573].push(row);
    of.Remaining_Amount = Math.round((of.Remaining_Amount + amount) * 100) / 100;
    of.Open = of.Remaining_Amount !== 0;
    const document = documents.get(of.Document_No);
    if (document !== undefined) document.Closed = !of.Open;
    return row;
  }

  return {
    pages,

    invoice(no: string, amount: number, told: InvoiceTold = {}): EntryRow {
      const row = entry(told.type ?? 'Invoice', no, amount, told);
      if (told.journal !== true) {
        const document = {
          No: no,
          External_Document_No: told.external ?? '',
          Bill_to_Customer_No: row.Customer_No,
          Posting_Date: row.Posting_Date,
          Currency_Code: row.Currency_Code,
          Amount_Including_VAT: amount,
          Closed: !row.Open,
          Cancelled: told.cancelled ?? false,
          Corrective: told.corrective ?? false,
        };
        pages[143].push(document);
        documents.set(no, document);
      }
      return row;
    },

    /** An entry of the other side, applied to the invoice as it is posted. Returns the rows of the application. */
    settle(invoice: EntryRow, amount: number, told: SettlementTold = {}): DetailRow[] {
      const { on = '2026-03-01', type = 'Payment', entryType = 'Application' } = told;
      const by = `B${entryNo}`;
      const { Customer_No, Currency_Code } = invoice;
      const payment = entry(type, by, -amount, {
        customer: Customer_No,
        on,
        currency: Currency_Code,
      });
      return [
        detail(invoice, -amount, { on, type, entryType }, by),
        detail(payment, amount, { on, type, entryType }, by),
      ];
    },

    /** A row of its own on the invoice. */
    detail(
      invoice: EntryRow,
      amount: number,
      { on = '2026-03-01', type = 'Payment', entryType = 'Application' }: SettlementTold,
    ) {
      return detail(invoice, amount, { on, type, entryType }, 'X1');
    },

    /** Each row gets a mirror; both are marked. */
    unapply(rows: readonly DetailRow[]): void {
      for (const row of rows) {
        const of = pages[25].find(({ Entry_No }) => Entry_No === row.Cust_Ledger_Entry_No) as EntryRow;
        const told = { on: row.Posting_Date, type: row.Document_Type, entryType: 'Application' };
        const mirror = detail(of, -row.Amount, told, row.Document_No);
        row.Unapplied = true;
        mirror.Unapplied = true;
      }
    },

    /** An opposite entry under the same number; both count as reversed. */
    reverse(invoice: EntryRow): void {
      const {
        Document_No,
        Customer_No,
        Original_Amount,
        Posting_Date,
        External_Document_No: external,
      } = invoice;
      const on = Posting_Date;
      const opposite = entry('Invoice', Document_No, -Original_Amount, {
        customer: Customer_No,
        on,
        ...(external !== undefined && { journal: true, external }),
      });
      for (const each of [invoice, opposite]) {
        detail(each, -each.Remaining_Amount, { on, type: 'Invoice', entryType: 'Application' });
        each.Reversed = true;
      }
    },

    /** Leaves out numbers, as postings to other accounts do. */
    skip(entries: number): void {
      entryNo += entries;
    },
  };
}

export type NavLedger = ReturnType<typeof navLedger>;
