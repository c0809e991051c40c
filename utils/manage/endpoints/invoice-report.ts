import { ExactNumber } from '@/utils/http/exact-number';
import type { z } from 'zod/mini';
import { readShape } from '@/utils/http/json';
import { parseIsoDate, type IsoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import type { Money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import { Problem } from '@/utils/payments/problem';
import { idBatches } from '../batches';
import { isOneOfIds } from '../conditions';
import type { ManageConnection } from '../connection';
import { inParallel } from '../in-parallel';
import { isBadRequest } from '../refusal';
import { reportSchema } from '../schemas';
import { withinRange } from '../within-range';

/** What Manage's own Paid Amount and Date Paid columns show of an invoice. */
export interface ReportedPayment {
  readonly paidAmount: Money;
  readonly datePaid: IsoDate | null;
}

type ReportedInvoice = Pick<ManageInvoice, 'id' | 'number' | 'currency'>;

/** Columns of the report in Manage 2018.6, the newest public list; whether current builds have them is tried. */
const COLUMNS = ['Billing_Log_RecID', 'Invoice_Number', 'Paid_Amount', 'Date_Paid'] as const;
type Column = (typeof COLUMNS)[number];

const WHAT = 'Manage report Invoices';
const MAX_URL_LENGTH = 1900;
const MAX_IDS = 200;
const MAX_REQUESTS_AT_ONCE = 3;

/** `/system/reports/Invoices`: the paid state of many invoices at once, for members who may run API reports. */
export function invoiceReportEndpoint(connection: ManageConnection) {
  let unavailable = false;

  const callFor = (ids: readonly number[]) => ({
    path: '/system/reports/Invoices',
    query: { columns: COLUMNS.join(','), conditions: isOneOfIds('Billing_Log_RecID', ids), pageSize: '1000' },
  });

  return {
    /**
     * What Manage shows as paid, by invoice id. A row whose number is not the invoice's is left out, and a report
     * of nothing but such rows is no use: that its id is the invoice's is an inference, and so is checked. Null
     * when this Manage has no such report, with these columns, for this member; then it is not asked for again.
     * @throws Problem when Manage cannot be read at all
     */
    async invoiceReport(
      invoices: readonly ReportedInvoice[],
      signal: AbortSignal,
    ): Promise<ReadonlyMap<number, ReportedPayment> | null> {
      if (unavailable) return null;
      const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]));
      const limits = { maxUrlLength: MAX_URL_LENGTH - connection.lengthOf(callFor([])), maxCount: MAX_IDS };
      try {
        const asked = idBatches([...byId.keys()], limits);
        const answers = await inParallel(asked, MAX_REQUESTS_AT_ONCE, (ids) =>
          connection.json(callFor(ids), signal),
        );
        return new Map(answers.flatMap((answer) => toPayments(answer, byId)));
      } catch (error) {
        if (!meansUnavailable(error)) throw error;
        unavailable = true;
        return null;
      }
    },
  };
}

function toPayments(
  answer: unknown,
  byId: ReadonlyMap<number, ReportedInvoice>,
): [number, ReportedPayment][] {
  const report = readShape(reportSchema, answer, WHAT);
  const column = columnReader(report);
  const payments = report.row_values.flatMap((row): [number, ReportedPayment][] => {
    const invoice = byId.get(Number(column(row, 'Billing_Log_RecID')));
    const paid = column(row, 'Paid_Amount');
    if (invoice === undefined || paid === '') return [];
    if (bare(column(row, 'Invoice_Number')) !== bare(invoice.number)) return [];
    const paidAmount = withinRange(WHAT, () => parseMoney(paid, invoice.currency));
    return [[invoice.id, { paidAmount, datePaid: parseIsoDate(column(row, 'Date_Paid').slice(0, 10)) }]];
  });
  if (payments.length === 0 && report.row_values.length > 0) {
    throw new Problem('wrongShape', { what: WHAT, where: 'Billing_Log_RecID' });
  }
  return payments;
}

/** A number as it is compared: a connection may tell those of Manage without their leading zeros. */
function bare(number: string): string {
  return number.replace(/^0+/, '');
}

/** Finds columns by name, since their order is not promised. @throws Problem `wrongShape` when one is missing */
function columnReader({ column_definitions }: z.infer<typeof reportSchema>) {
  const names = column_definitions.map((definition) => Object.keys(definition)[0]?.toLowerCase());
  const missing = COLUMNS.find((name) => !names.includes(name.toLowerCase()));
  if (missing !== undefined) throw new Problem('wrongShape', { what: WHAT, where: missing });
  return (row: readonly unknown[], name: Column): string => {
    const value = row[names.indexOf(name.toLowerCase())];
    return value instanceof ExactNumber ? value.text : typeof value === 'string' ? value : '';
  };
}

/** No such report or column, no right to run reports, or an answer of another shape. */
function meansUnavailable(error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  const { code } = error.reason;
  return (
    isBadRequest(error) ||
    ['manageForbidden', 'manageNotFound', 'manageEndpointMissing', 'wrongShape'].includes(code)
  );
}
