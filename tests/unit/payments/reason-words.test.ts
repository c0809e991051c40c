import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { REASON_CODES, type ReasonCode } from '@/utils/payments/reason';

const words = new Map(
  (await parseMessagesFile('locales/en.yml')).flatMap((each) =>
    each.type === 'plural' ? [] : [[each.key.join('.'), each.message]],
  ),
);

/** The values each sentence of the domain is given. */
const PARAMS = {
  unexpected: [],
  otherPaymentRecord: ['amount', 'by', 'date'],
  severalPaymentRecords: ['count'],
  currencyDiffers: ['books', 'manage'],
  totalsDiffer: ['books', 'manage'],
  cappedAtOpenAmount: ['over'],
  duplicateInBooks: ['count'],
  duplicateOfCustomers: ['customers'],
  ambiguousInManage: ['count'],
  remainingUnknown: [],
  paymentDateUnknown: [],
  datePaidUnknown: [],
  mayIncludeCredits: [],
  convertedAtInvoiceRate: [],
  unclassifiedSettlement: [],
  dateIsUpperBound: [],
  startDateInvalid: ['value'],
  startDateInFuture: ['date', 'today'],
} as const satisfies Partial<Record<ReasonCode, readonly string[]>>;

describe('what the catalogue says of a reason', () => {
  it.each(Object.entries(PARAMS))('%s names what it is given', (code, params) => {
    const named = [...(words.get(`reason.${code}`) ?? 'no words').matchAll(/\{(\w+)\}/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(named)].sort()).toEqual(params);
  });

  it.each(REASON_CODES)('%s is said in sentences', (code) => {
    expect(words.get(`reason.${code}`)).toMatch(/^[^a-z].*\.$/);
  });
});
