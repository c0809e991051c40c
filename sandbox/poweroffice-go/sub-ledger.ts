import { LIST_PARAMETERS, listAnswer } from './list-answer';
import { hasCode, isAfter, isOneOf } from './outgoing-invoices';
import { Refusal } from './problem-details';
import { readQuery, type Query } from './query';
import type { MatchRow, PowerOfficeState, SubLedgerRow } from './state';

const FILTERS = [
  ...LIST_PARAMETERS,
  'contactGroupIds',
  'createdDateTimeOffsetGreaterThan',
  'customMatchingReferences',
  'departmentCodes',
  'externalNos',
  'includeSubProject',
  'invoiceNos',
  'lastChangedDateTimeOffsetGreaterThan',
  'onlyCreatedByCurrentIntegration',
  'projectCodes',
  'subLedgerNumberSeriesIds',
  'voucherTypes',
];

/** How the endpoints of the ledgers of customers and of suppliers differ. */
interface SubLedgerEndpoints<Row extends SubLedgerRow> {
  readonly entries: (state: PowerOfficeState) => readonly Row[];
  readonly matches: (state: PowerOfficeState) => readonly MatchRow[];
  /** The filter that takes numbers of accounts. */
  readonly accountFilter: string;
  readonly account: (row: Row) => { readonly no: number; readonly externalNo: number | null };
  /** The filter for entries of which a part is matched, whose name goes by the sign of what is owed. */
  readonly matchedFilter: string;
}

/** GET /Customerledger/… and /Supplierledger/… */
export function subLedger<Row extends SubLedgerRow>(of: SubLedgerEndpoints<Row>) {
  const filters = [...FILTERS, of.accountFilter, of.matchedFilter];

  return {
    /** Every entry of one match group; none where the match is not on this ledger. */
    entriesByMatchId: (state: PowerOfficeState, url: URL): Response => {
      const query = readQuery(url, [...LIST_PARAMETERS, 'matchId']);
      const matchId = query.wholeNumber('matchId');
      if (matchId === null) throw new Refusal(404, 'Not Found', 'The required parameter matchId is missing.');
      const group = of.entries(state).filter((entry) => entry.MatchId === matchId);
      return answer(group, state, query);
    },

    /** Entries posted in a span of days, with their balances on its last day. */
    statement: (state: PowerOfficeState, url: URL, today: string): Response => {
      const query = readQuery(url, [...filters, 'fromDate', 'toDate']);
      const from = query.requiredDay('fromDate');
      const to = query.requiredDay('toDate');
      const entries = of
        .entries(state)
        .filter(({ PostingDate }) => from <= PostingDate && PostingDate <= to)
        .map(to < today ? balanceOn<Row>(of.matches(state), to) : (entry) => entry);
      return answer(entries.filter(filterOf(query, of)), state, query);
    },

    /** Entries that were open at the end of a day. */
    openItems: (state: PowerOfficeState, url: URL, today: string): Response => {
      const query = readQuery(url, [...filters, 'date']);
      const date = query.requiredDay('date');
      const entries = of
        .entries(state)
        .filter(({ PostingDate }) => PostingDate <= date)
        .map(date < today ? balanceOn<Row>(of.matches(state), date) : (entry) => entry)
        .filter(({ Balance }) => Balance !== 0);
      return answer(entries.filter(filterOf(query, of)), state, query);
    },
  };

  function answer(entries: readonly Row[], state: PowerOfficeState, query: Query): Response {
    return listAnswer(entries.map(onTheWire), of.entries(state)[0], query);
  }
}

/** Shows an entry as it stood at the end of a day, by posting dates. Sums are made of whole øre. */
function balanceOn<Row extends SubLedgerRow>(matches: readonly MatchRow[], day: string): (entry: Row) => Row {
  const closed = new Map<number, number>();
  for (const { entryIds, ore, from } of matches) {
    if (from > day) continue;
    for (const id of entryIds) closed.set(id, (closed.get(id) ?? 0) + ore);
  }
  return (entry) => {
    const amount = Math.round(entry.Amount * 100);
    return { ...entry, Balance: (amount - Math.sign(amount) * (closed.get(entry.Id) ?? 0)) / 100 };
  };
}

function filterOf<Row extends SubLedgerRow>(
  query: Query,
  { accountFilter, account, matchedFilter }: SubLedgerEndpoints<Row>,
): (entry: Row) => boolean {
  const created = query.timestamp('createdDateTimeOffsetGreaterThan');
  const changed = query.timestamp('lastChangedDateTimeOffsetGreaterThan');
  const accountNos = query.numbers(accountFilter);
  const externalNos = query.numbers('externalNos');
  const invoiceNos = query.list('invoiceNos');
  const matching = query.list('customMatchingReferences');
  const departments = query.list('departmentCodes');
  const projects = query.list('projectCodes');
  const types = query.list('voucherTypes');
  const onlyMatched = query.boolean(matchedFilter);
  const onlyOwn = query.boolean('onlyCreatedByCurrentIntegration');
  query.boolean('includeSubProject');
  const unsupported = ['contactGroupIds', 'subLedgerNumberSeriesIds'].find(
    (name) => query.text(name) !== null,
  );
  if (unsupported !== undefined)
    throw new Refusal(404, 'Object(s) not found', `Nothing has the ${unsupported} asked for.`);

  return (entry) =>
    isAfter(entry.CreatedDateTimeOffset, created) &&
    isAfter(entry.LastChangedDateTimeOffset, changed) &&
    (accountNos?.(account(entry).no) ?? true) &&
    (externalNos?.(account(entry).externalNo) ?? true) &&
    // Only entries of invoices and credit notes have the number: payments cannot be found by it.
    isOneOf(entry.InvoiceNo, invoiceNos) &&
    isOneOf(entry.CustomMatchingReference, matching) &&
    hasCode(entry.DepartmentCode, departments) &&
    hasCode(entry.ProjectCode, projects) &&
    isOneOf(entry.VoucherType, types) &&
    (!onlyMatched || Math.abs(entry.Balance) < Math.abs(entry.Amount)) &&
    (!onlyOwn || entry.IsCreatedByCurrentIntegration);
}

/** Some fields that hold a day arrive with a time part: here those of bank giros and old payments to suppliers. */
function onTheWire<Row extends SubLedgerRow>(entry: Row): Row {
  return entry.VoucherType === 'IncomingOcrGiro' || entry.VoucherType === 'OutgoingPayments'
    ? { ...entry, PostingDate: `${entry.PostingDate}T00:00:00` }
    : entry;
}
