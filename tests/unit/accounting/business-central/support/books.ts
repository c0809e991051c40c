/** A small company's books as Business Central keeps them, in kroner unless a currency is given. */

const LOCAL = '00000000-0000-0000-0000-000000000000';
const START = Date.parse('2026-02-01T08:00:00Z');

export interface DocumentRow {
  id: string;
  number: string;
  externalDocumentNumber: string;
  postingDate: string;
  billToCustomerNumber: string;
  currencyId: string;
  currencyCode: string;
  totalAmountIncludingTax: number;
  remainingAmount: number;
  status: string;
  lastModifiedDateTime: string;
}

export interface LedgerLine {
  cleEntryNo: number;
  cleOpen: boolean;
  clePostingDate: string;
  cleClosedAtDate: string;
  dcleEntryNo: number;
  dclePostingDate: string;
  dcleEntryType: string;
  dcleDocumentType: string;
  dcleDocumentNo: string;
  dcleAmountLCY: number;
  dcleCustomerNo: string;
}

export interface Issued {
  readonly document: DocumentRow;
  readonly entryNo: number;
  /** Kroner for one unit of its currency. */
  readonly rate: number;
}

interface Settling {
  readonly no?: string;
  readonly type?: string;
  readonly on?: string;
  /** In kroner, where it is not the amount at the invoice's rate. */
  readonly local?: number;
}

/** @param gap how far ledger entries lie apart, since other customers' come between */
export function keepBooks({ gap = 1 }: { readonly gap?: number } = {}) {
  const documents: DocumentRow[] = [];
  const lines: LedgerLine[] = [];
  const byEntry = new Map<number, LedgerLine[]>();
  const firsts = new Map<number, LedgerLine>();
  let entryNo = 100;
  let detailNo = 1000;
  let serial = 0;
  let time = START;

  /** Every booking is a minute later than the one before. */
  const stamp = (): string => new Date((time += 60_000)).toISOString();

  function line(of: number, more: Partial<LedgerLine>): LedgerLine {
    const first = firsts.get(of);
    const made = {
      cleEntryNo: of,
      cleOpen: true,
      clePostingDate: '2026-02-01',
      cleClosedAtDate: '0001-01-01',
      dcleEntryNo: (detailNo += 1),
      dclePostingDate: '2026-02-01',
      dcleEntryType: 'Initial_x0020_Entry',
      dcleDocumentType: 'Invoice',
      dcleDocumentNo: '',
      dcleAmountLCY: 0,
      dcleCustomerNo: first?.dcleCustomerNo ?? 'C1',
      ...(first && {
        clePostingDate: first.clePostingDate,
        cleOpen: first.cleOpen,
        cleClosedAtDate: first.cleClosedAtDate,
      }),
      ...more,
    };
    lines.push(made);
    if (first === undefined) firsts.set(of, made);
    byEntry.set(of, [...(byEntry.get(of) ?? []), made]);
    return made;
  }

  /** The entry follows what remains of the document; the document's time stamp moves only with its status. */
  function follow({ document, entryNo: of }: Issued, on: string): void {
    const open = document.remainingAmount !== 0;
    for (const each of byEntry.get(of) ?? []) {
      Object.assign(each, { cleOpen: open, cleClosedAtDate: open ? '0001-01-01' : on });
    }
    const status = open ? 'Open' : 'Paid';
    if (document.status === 'Canceled' || document.status === status) return;
    Object.assign(document, { status, lastModifiedDateTime: stamp() });
  }

  function invoice(
    number: string,
    total: number,
    more: Partial<DocumentRow> & { rate?: number } = {},
  ): Issued {
    const { rate = 1, ...fields } = more;
    const currencyCode = fields.currencyCode ?? 'NOK';
    const document: DocumentRow = {
      id: `id-${number}-${documents.length}`,
      number,
      externalDocumentNumber: '',
      postingDate: '2026-02-01',
      billToCustomerNumber: 'C1',
      currencyId: currencyCode === 'NOK' ? LOCAL : 'f0000000-0000-0000-0000-000000000001',
      currencyCode,
      totalAmountIncludingTax: total,
      remainingAmount: total,
      status: total === 0 ? 'Paid' : 'Open',
      lastModifiedDateTime: stamp(),
      ...fields,
    };
    documents.push(document);
    entryNo += gap;
    const { postingDate, billToCustomerNumber } = document;
    line(entryNo, {
      cleOpen: total !== 0,
      clePostingDate: postingDate,
      dclePostingDate: postingDate,
      dcleDocumentNo: number,
      dcleAmountLCY: rounded(total * rate),
      dcleCustomerNo: billToCustomerNumber,
    });
    return { document, entryNo, rate };
  }

  /** A payment, credit memo or the like, applied to an invoice as it is posted. Answers its document number. */
  function settle(issued: Issued, amount: number, settling: Settling = {}): string {
    const { type = 'Payment', on = '2026-03-01', no = `S${(serial += 1)}` } = settling;
    const local = settling.local ?? rounded(amount * issued.rate);
    const posted = { dclePostingDate: on, dcleDocumentType: type, dcleDocumentNo: no };
    if (type !== 'Invoice') {
      entryNo += gap;
      line(entryNo, { ...posted, clePostingDate: on, dcleAmountLCY: -local });
    }
    line(issued.entryNo, { ...posted, dcleEntryType: 'Application', dcleAmountLCY: -local });
    issued.document.remainingAmount = rounded(issued.document.remainingAmount - amount);
    follow(issued, on);
    return no;
  }

  /** Takes an application apart: every row of the invoice with its document number comes again, the other way round. */
  function undo(issued: Issued, no: string, amount: number): void {
    const rows = lines.filter((each) => each.cleEntryNo === issued.entryNo && each.dcleDocumentNo === no);
    for (const row of rows) line(issued.entryNo, { ...row, dcleEntryNo: (detailNo += 1), dcleAmountLCY: -row.dcleAmountLCY }); // prettier-ignore
    issued.document.remainingAmount = rounded(issued.document.remainingAmount + amount);
    follow(issued, '0001-01-01');
  }

  function cancel(issued: Issued): void {
    settle(issued, issued.document.remainingAmount, { type: 'Credit_x0020_Memo', no: `C${(serial += 1)}` });
    Object.assign(issued.document, { status: 'Canceled', remainingAmount: 0, lastModifiedDateTime: stamp() });
  }

  return {
    documents,
    lines,
    line,
    invoice,
    settle,
    undo,
    cancel,
    now: () => time,
    /** What is booked from here on is booked at this moment or later. */
    at: (moment: string) => void (time = Date.parse(moment)),
    pass: (minutes: number) => void (time += minutes * 60_000),
  };
}

export type KeptBooks = ReturnType<typeof keepBooks>;

function rounded(amount: number): number {
  return Math.round(amount * 100) / 100 || 0;
}
