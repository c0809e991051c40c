import type { BadgeFacts, BadgeFactsByNumber } from '@/utils/messaging/protocol';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { manageFigures, manageFiguresByFields } from '@/utils/payments/manage-figures';
import { matchInManage } from '@/utils/payments/match';
import { Problem } from '@/utils/payments/problem';
import type { ManageSession } from '@/utils/services/manage-session';

/** Dates of so many paid invoices are remembered while the worker lives. */
const DATES_KEPT = 5_000;

/** Reads what Manage holds now of the invoices in view. */
export interface BadgeReader {
  /** Amounts, from one look-up for each batch of numbers. @throws Problem */
  facts(session: ManageSession, numbers: readonly string[], signal: AbortSignal): Promise<BadgeFactsByNumber>;
  /** The same with the dates of paid invoices: from the report, else from each invoice's payment record. @throws Problem */
  dates(session: ManageSession, numbers: readonly string[], signal: AbortSignal): Promise<BadgeFactsByNumber>;
}

export function createBadgeReader(): BadgeReader {
  /** By invoice id and Manage's own time stamp, so that a changed invoice is asked for again. */
  const knownDates = new Map<string, IsoDate | null>();

  async function read(session: ManageSession, numbers: readonly string[], signal: AbortSignal) {
    const found = await session.api.findInvoices(numbers, signal);
    const invoices = numbers.flatMap((number) => {
      const match = matchInManage(number, found.invoices);
      return match.is === 'found' ? [match.invoice] : [];
    });
    const byFields = session.writeBack.strategy === 'custom-fields';
    const shown = byFields ? await session.writeBack.read(invoices, signal) : null;
    return invoices.map((invoice) => {
      const fields = shown?.get(invoice.id);
      const isFields =
        fields !== undefined && !(fields instanceof Problem) && fields.strategy === 'custom-fields';
      const { state, paidAmount, owed } = isFields
        ? manageFiguresByFields(invoice, fields)
        : manageFigures(invoice);
      const { id: invoiceId, companyName: company } = invoice;
      const facts: BadgeFacts = { invoiceId, state, paidAmount, owed, company };
      return { invoice, facts: isFields ? { ...facts, datePaid: fields.date } : facts };
    });
  }

  async function loadDates(session: ManageSession, paid: readonly ManageInvoice[], signal: AbortSignal) {
    const unknown = paid.filter((invoice) => !knownDates.has(keyOf(invoice)));
    if (unknown.length === 0) return;
    const report = await session.api.invoiceReport(unknown, signal);
    const toRead = report === null ? unknown : unknown.filter(({ id }) => !report.has(id));
    const shown = await session.writeBack.read(toRead, signal);
    for (const invoice of unknown) {
      const single = shown.get(invoice.id);
      if (single instanceof Problem) continue;
      const record = single?.strategy === 'payment-record' ? single.records[0] : undefined;
      knownDates.set(keyOf(invoice), report?.get(invoice.id)?.datePaid ?? record?.date ?? null);
    }
    for (const key of knownDates.keys()) {
      if (knownDates.size <= DATES_KEPT) break;
      knownDates.delete(key);
    }
  }

  return {
    async facts(session, numbers, signal) {
      const rows = await read(session, numbers, signal);
      return Object.fromEntries(
        rows.map(({ invoice, facts }) => [invoice.number, withKnownDate(invoice, facts)]),
      );
    },
    async dates(session, numbers, signal) {
      const rows = await read(session, numbers, signal);
      const wanting = rows.filter(({ facts }) => facts.state === 'paid' && facts.datePaid === undefined);
      await loadDates(
        session,
        wanting.map(({ invoice }) => invoice),
        signal,
      );
      return Object.fromEntries(
        rows.map(({ invoice, facts }) => [invoice.number, withKnownDate(invoice, facts)]),
      );
    },
  };

  function withKnownDate(invoice: ManageInvoice, facts: BadgeFacts): BadgeFacts {
    const date = knownDates.get(keyOf(invoice));
    return facts.state === 'paid' && date !== undefined ? { ...facts, datePaid: date } : facts;
  }
}

function keyOf({ id, lastUpdated }: ManageInvoice): string {
  return `${id} ${lastUpdated}`;
}
