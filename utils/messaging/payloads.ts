import { z } from 'zod/mini';
import { OUTCOME_KINDS } from '@/utils/payments/outcome';
import { OUTCOME_ORDERS } from '@/utils/payments/select-outcomes';
import { shownPageSchema } from '@/utils/storage/shown-page';
import type { Protocol } from './protocol';

/** Longer than any invoice number either side can hold. */
const invoiceNumber = z.string().check(z.minLength(1), z.maxLength(100));

/** Of a line: no longer than what stands for bills behind the id of a connection. */
const connectionId = z.string().check(z.maxLength(50));

/** Both ledgers of as many as the settings hold, each once. */
const connectionIds = z.array(connectionId).check(
  z.minLength(1),
  z.maxLength(40),
  z.refine((ids) => new Set(ids).size === ids.length),
);

const askedFor = z.strictObject({
  number: invoiceNumber,
  ledger: z.optional(z.enum(['receivable', 'payable'])),
});

const runId = z.string().check(z.minLength(1), z.maxLength(100));

const secrets = z.record(z.string().check(z.maxLength(100)), z.string().check(z.maxLength(4000)));

type Requests = Exclude<keyof Protocol, 'runChanged'>;

/** What each message may carry, checked on arrival: whoever sends it may be anybody. */
export const payloads = {
  panelState: z.undefined(),
  // The start date is checked against the day of its arrival by parseStartDate.
  startRun: z.strictObject({ connectionIds, start: z.unknown(), mode: z.enum(['sync', 'preview']) }),
  stopRun: z.strictObject({ connectionIds }),
  resumeRun: z.strictObject({ connectionId }),
  retryFailed: z.strictObject({ connectionId }),
  undoRun: z.strictObject({ connectionId, runId }),
  takeOver: z.strictObject({ connectionId, invoiceNumber, recordId: z.int().check(z.positive()) }),
  runHistory: z.strictObject({ connectionId }),
  openRun: z.strictObject({ connectionId, runId }),
  runOutcomes: z.strictObject({
    connectionId,
    runId,
    kind: z.enum(OUTCOME_KINDS),
    search: z.string().check(z.maxLength(100)),
    order: z.enum(OUTCOME_ORDERS),
    descending: z.boolean(),
    from: z.int().check(z.nonnegative()),
  }),
  badgeFacts: z.array(invoiceNumber).check(z.maxLength(200)),
  badgeDates: z.array(invoiceNumber).check(z.maxLength(200)),
  loadPageViews: z.undefined(),
  invoiceCard: askedFor,
  checkInvoice: askedFor,
  syncInvoice: z.strictObject({ connectionId, number: invoiceNumber }),
  overview: z.undefined(),
  runAll: z.undefined(),
  openManage: z.undefined(),
  lookUpInvoice: z.strictObject({ text: invoiceNumber }),
  invoiceSearchSettings: z.undefined(),
  keepShownPage: shownPageSchema,
  forgetShownPages: z.undefined(),
  readShownPages: z.undefined(),
  forgetShownPage: z.strictObject({ site: z.string().check(z.maxLength(255)), page: shownPageSchema }),
  openOptions: z.undefined(),
  // The store checks the settings themselves and says what is wrong with them.
  saveSettings: z.strictObject({ settings: z.unknown(), secrets }),
  tryManage: z.undefined(),
  signInToMicrosoft: z.strictObject({ connectionId }),
  openSetup: z.undefined(),
} satisfies Record<Requests, z.ZodMiniType>;

/** What a content script on a Manage page may ask for. Everything else is for the extension's own pages. */
export const FROM_PAGES: readonly Requests[] = [
  'panelState',
  'startRun',
  'stopRun',
  'resumeRun',
  'retryFailed',
  'undoRun',
  'takeOver',
  'runHistory',
  'openRun',
  'runOutcomes',
  'badgeFacts',
  'badgeDates',
  'loadPageViews',
  'invoiceCard',
  'checkInvoice',
  'syncInvoice',
  'invoiceSearchSettings',
  'keepShownPage',
  'forgetShownPages',
  'openOptions',
  'openSetup',
];
