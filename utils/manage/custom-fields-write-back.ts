import { ExactNumber } from '@/utils/http/exact-number';
import type { Change, Shown } from '@/utils/payments/change';
import type { CustomField, ManageInvoice } from '@/utils/payments/manage-invoice';
import { toDecimalText } from '@/utils/payments/money';
import { Problem } from '@/utils/payments/problem';
import type { ReasonCode } from '@/utils/payments/reason';
import type { ManageApi } from './api';
import { AMOUNT_TYPES, amountIn, DATE_TYPES, dateIn, fieldByCaption, requireDecimals } from './custom-fields';
import { readEach } from './read-each';
import type { WriteBack } from './write-back';

export interface CustomFieldCaptions {
  readonly paidAmountCaption: string;
  readonly datePaidCaption: string;
}

/** Reads and writes the custom fields of one kind of record. */
type CustomFieldsApi = Pick<ManageApi, 'customFields' | 'replaceCustomFields'>;

/**
 * Carries payment status to Manage as two custom fields of an invoice or purchase order, which an administrator made.
 * @param refused what is said where Manage does not let them be changed
 */
export function createCustomFieldsWriteBack(
  api: CustomFieldsApi,
  captions: CustomFieldCaptions,
  refused: ReasonCode = 'customFieldsRefused',
): WriteBack {
  const { paidAmountCaption, datePaidCaption } = captions;
  /** A field may be limited to locations: one that some invoice has is missing on another, not everywhere. */
  let everFound = false;

  const find = (fields: readonly CustomField[]) => ({
    amount: fieldByCaption(fields, paidAmountCaption, AMOUNT_TYPES),
    date: fieldByCaption(fields, datePaidCaption, DATE_TYPES),
  });

  const shown = (fields: readonly CustomField[], currency: string) => {
    const { amount, date } = find(fields);
    return { strategy: 'custom-fields', amount: amountIn(amount, currency), date: dateIn(date) } as const;
  };

  /** Every custom field comes with every invoice, so none at all means that the list left them out. */
  const fieldsOf = async (invoice: ManageInvoice, signal: AbortSignal): Promise<readonly CustomField[]> =>
    invoice.customFields.length > 0 ? invoice.customFields : api.customFields(invoice.id, signal);

  return {
    strategy: 'custom-fields',

    async read(invoices, signal) {
      const results = await readEach(invoices, async (invoice): Promise<Shown> => {
        const result = shown(await fieldsOf(invoice, signal), invoice.currency);
        everFound = true;
        return result;
      });
      const missing = [...results.values()].filter(isMissing);
      const [first] = missing;
      if (!everFound && first !== undefined && missing.length === results.size) throw first;
      return results;
    },

    async write(change: Change, invoice: ManageInvoice, signal: AbortSignal) {
      if (change.strategy !== 'custom-fields') throw new Problem('unexpected');
      const { amount, date } = change.to;
      const fields = await fieldsOf(invoice, signal);
      const found = find(fields);
      if (amount !== null) requireDecimals(found.amount, amount);
      const items = fields.map((field) => {
        if (field === found.amount) return withValue(field, amount && new ExactNumber(toDecimalText(amount)));
        return field === found.date ? withValue(field, date && `${date}T00:00:00Z`) : field.raw;
      });
      const held = await api.replaceCustomFields(invoice.id, items, signal).catch(explain);
      const now = shownAfterWrite(held, invoice.currency);
      // A field that was cleared may come back as 0.
      if (amount === null && now.amount !== null && now.amount.minor !== 0)
        throw notCleared(paidAmountCaption);
      if (date === null && now.date !== null) throw notCleared(datePaidCaption);
      return now;
    },
  };

  /** A record that is closed may be locked: worth more than Manage's bare text. */
  function explain(error: unknown): never {
    if (error instanceof Problem && error.reason.code === 'manageRefused') {
      throw new Problem(refused, error.reason.params, { cause: error });
    }
    throw error;
  }

  /** What cannot be told from the answer has to be read: the write was carried out. */
  function shownAfterWrite(
    fields: readonly CustomField[],
    currency: string,
  ): Shown & { strategy: 'custom-fields' } {
    try {
      return shown(fields, currency);
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      throw new Problem('notVerified', {}, { retryable: true, cause });
    }
  }
}

function withValue({ raw }: CustomField, value: ExactNumber | string | null): CustomField['raw'] {
  return { ...raw, value };
}

function isMissing(result: Shown | Problem): result is Problem {
  return result instanceof Problem && result.reason.code === 'customFieldMissing';
}

/** How a field is emptied is not documented; null is written, and what Manage holds afterwards is believed. */
function notCleared(caption: string): Problem {
  return new Problem('customFieldNotCleared', { caption });
}
