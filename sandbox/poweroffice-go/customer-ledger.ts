import { LIST_PARAMETERS, listAnswer } from './list-answer';
import { hasCode, isAfter, isOneOf } from './outgoing-invoices';
import { Refusal } from './problem-details';
import { readQuery, type Query } from './query';
import type { LedgerEntryRow, PowerOfficeState } from './state';

const FILTERS = [
  ...LIST_PARAMETERS,
  'contactGroupIds',
  'createdDateTimeOffsetGreaterThan',
  'customerNos',
  'customMatchingReferences',
  'departmentCodes',
  'externalNos',
  'includeSubProject',
  'invoiceNos',
  'lastChangedDateTimeOffsetGreaterThan',
  'onlyBalancesLessThanAmount',
  'onlyCreatedByCurrentIntegration',
  'projectCodes',
  'subLedgerNumberSeriesIds',
  'voucherTypes',
];

/** GET /Customerledger/EntriesByMatchId */
export function entriesByMatchId(state: PowerOfficeState, url: URL): Response {
  const query = readQuery(url, [...LIST_PARAMETERS, 'matchId']);
  const matchId = query.wholeNumber('matchId');
  if (matchId === null) throw new Refusal(404, 'Not Found', 'The required parameter matchId is missing.');
  return answer(
    state.entries.filter((entry) => entry.MatchId === matchId),
    state,
    query,
  );
}

/** GET /Customerledger/Statement: entries posted in a span of days, with their balances on its last day. */
export function statement(state: PowerOfficeState, url: URL, today: string): Response {
  const query = readQuery(url, [...FILTERS, 'fromDate', 'toDate']);
  const from = query.requiredDay('fromDate');
  const to = query.requiredDay('toDate');
  const entries = state.entries
    .filter(({ PostingDate }) => from <= PostingDate && PostingDate <= to)
    .map(to < today ? balanceOn(state, to) : (entry) => entry);
  return answer(entries.filter(filterOf(query)), state, query);
}

/** GET /Customerledger/OpenItems: entries that were open at the end of a day. */
export function openItems(state: PowerOfficeState, url: URL, today: string): Response {
  const query = readQuery(url, [...FILTERS, 'date']);
  const date = query.requiredDay('date');
  const entries = state.entries
    .filter(({ PostingDate }) => PostingDate <= date)
    .map(date < today ? balanceOn(state, date) : (entry) => entry)
    .filter(({ Balance }) => Balance !== 0);
  return answer(entries.filter(filterOf(query)), state, query);
}

/** Shows an entry as it stood at the end of a day, by posting dates. Sums are made of whole øre. */
function balanceOn({ matches }: PowerOfficeState, day: string): (entry: LedgerEntryRow) => LedgerEntryRow {
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

function filterOf(query: Query): (entry: LedgerEntryRow) => boolean {
  const created = query.timestamp('createdDateTimeOffsetGreaterThan');
  const changed = query.timestamp('lastChangedDateTimeOffsetGreaterThan');
  const customerNos = query.numbers('customerNos');
  const externalNos = query.numbers('externalNos');
  const invoiceNos = query.list('invoiceNos');
  const matching = query.list('customMatchingReferences');
  const departments = query.list('departmentCodes');
  const projects = query.list('projectCodes');
  const types = query.list('voucherTypes');
  const onlyMatched = query.boolean('onlyBalancesLessThanAmount');
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
    (customerNos?.(entry.CustomerAccountNo) ?? true) &&
    (externalNos?.(entry.CustomerExternalNo) ?? true) &&
    // Only entries of invoices and credit notes have the number: payments cannot be found by it.
    isOneOf(entry.InvoiceNo, invoiceNos) &&
    isOneOf(entry.CustomMatchingReference, matching) &&
    hasCode(entry.DepartmentCode, departments) &&
    hasCode(entry.ProjectCode, projects) &&
    isOneOf(entry.VoucherType, types) &&
    (!onlyMatched || Math.abs(entry.Balance) < Math.abs(entry.Amount)) &&
    (!onlyOwn || entry.IsCreatedByCurrentIntegration);
}

function answer(
  entries: readonly LedgerEntryRow[],
  { entries: [sample] }: PowerOfficeState,
  query: Query,
): Response {
  return listAnswer(entries.map(onTheWire), sample, query);
}

/** Some fields that hold a day arrive with a time part: here those of bank giros. */
function onTheWire(entry: LedgerEntryRow): LedgerEntryRow {
  return entry.VoucherType === 'IncomingOcrGiro'
    ? { ...entry, PostingDate: `${entry.PostingDate}T00:00:00` }
    : entry;
}
