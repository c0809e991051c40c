import type { ManageInvoiceRow } from '../../sandbox/manage/state';
import type { LivingWorld } from '../../sandbox/world';
import type { Answer } from './faults';
import type { Sent } from './network';

/** Who a payment record of Manage is by: a browser, somebody's hand, or a browser that has forgotten it since. */
type Writer = string;

const BY_HAND = 'by hand';
const FORGOTTEN = 'forgotten';

/** An invoice as it was before a write came to it. */
interface Before {
  readonly invoice: ManageInvoiceRow;
  readonly shown: ReturnType<typeof shownOf>;
  readonly hidden: ManageInvoiceRow['payments'];
  /** Ids of its payment records. */
  readonly had: readonly number[];
}

/**
 * Watches what requests do to Manage: no write may leave everything as it is, unless somebody else came between the
 * reading and the writing, and no browser may make a second payment record beside its own.
 */
export function createWriteAudit(
  world: LivingWorld,
  { takesSeveral, violate }: { readonly takesSeveral: boolean; readonly violate: (what: string) => void },
) {
  const { manage } = world;
  /** How often each invoice was changed, by id, and what of it each browser has read last. */
  const versions = new Map<number, number>();
  const read = new Map<string, number>();
  const writers = new Map<number, Writer>();
  /** Who changed each invoice last, by id. */
  const changers = new Map<number, Writer>();
  /** Invoices to which a browser's write came and whose answer it has not had, until it reads them: browser and id. */
  const unresolved = new Set<string>();
  const handEdited = new Set<string>();
  const undone = new Set<string>();
  /** When a browser's storage was cleared last. */
  const forgotAt = new Map<string, number>();
  for (const { payments } of manage.invoices) for (const { id } of payments) writers.set(id, BY_HAND);

  const versionOf = (id: number): number => versions.get(id) ?? 0;
  const changed = (id: number, by: Writer): void => {
    versions.set(id, versionOf(id) + 1);
    changers.set(id, by);
  };
  const invoiceOf = ({ request }: Sent): ManageInvoiceRow | undefined => {
    const [, id] = /\/finance\/invoices\/(\d+)/.exec(request.url) ?? [];
    return manage.invoices.find((invoice) => invoice.id === Number(id));
  };

  return {
    handEdited: handEdited as ReadonlySet<string>,
    /** Invoices whose payment was taken back by an undo. */
    undone: undone as ReadonlySet<string>,

    /** Looks at what is about to be written to. */
    before(sent: Sent): Before | null {
      const invoice = sent.isWrite ? invoiceOf(sent) : undefined;
      if (invoice === undefined) return null;
      const { mode, browser } = sent.life;
      if (mode === 'preview') violate(`a preview wrote: ${sent.line}`);
      const key = `${browser} ${invoice.id}`;
      if (unresolved.has(key)) violate(`a write whose answer was lost was repeated blindly: ${sent.line}`);
      unresolved.add(key);
      const records = invoice.payments.filter(({ creditInvoiceId }) => creditInvoiceId === null);
      const hidden = takesSeveral && sent.request.method === 'POST' ? records : [];
      const shown = shownOf(invoice);
      invoice.payments = invoice.payments.filter((row) => !hidden.includes(row));
      return { invoice, shown, hidden, had: records.map(({ id }) => id) };
    },

    after(sent: Sent, { status }: Answer, before: Before | null): void {
      if (before === null) return;
      const { invoice, shown, hidden, had } = before;
      const { browser, mode } = sent.life;
      invoice.payments = [...hidden, ...invoice.payments];
      if (status >= 300) return;
      const isChanged = JSON.stringify(shownOf(invoice)) !== JSON.stringify(shown);
      if (!isChanged && read.get(`${browser} ${invoice.id}`) === versionOf(invoice.id)) {
        violate(`a write changed nothing: ${sent.line}`);
      }
      if (!isChanged) return;
      const isInformed = read.get(`${browser} ${invoice.id}`) === versionOf(invoice.id);
      const isTheirs = changers.get(invoice.id) === BY_HAND;
      if (mode === 'undo' && isInformed && isTheirs)
        violate(`an undo changed what somebody changed since: ${sent.line}`);
      changed(invoice.id, browser);
      read.set(`${browser} ${invoice.id}`, versionOf(invoice.id));
      if (mode === 'undo') undone.add(invoice.invoiceNumber);
      for (const { id, amount, paymentDate } of invoice.payments) {
        const same = shown.payments.find((row) => row.id === id);
        if (same?.amount === amount && same.paymentDate === paymentDate) continue;
        if (same === undefined && had.some((other) => writers.get(other) === browser)) {
          violate(`a second payment record beside its own: ${sent.line}`);
        }
        // What was on its way when the storage was cleared is forgotten as well.
        writers.set(id, sent.at < (forgotAt.get(browser) ?? 0) ? FORGOTTEN : browser);
      }
    },

    /** Takes note of what an answer tells a browser. Sums that lag behind tell nothing. */
    answers({ request, life: { browser } }: Sent, { status, text }: Answer): void {
      if (request.method !== 'GET' || status !== 200 || !request.url.includes('/finance/invoices')) return;
      const [, id] = /\/finance\/invoices\/(\d+)/.exec(request.url) ?? [];
      const ids =
        id === undefined ? (JSON.parse(text) as { id: number }[]).map((row) => row.id) : [Number(id)];
      for (const each of ids) {
        const { staleSums } = manage.invoices.find((invoice) => invoice.id === each) ?? {};
        const lags = staleSums !== undefined && world.now() < staleSums.until;
        read.set(`${browser} ${each}`, lags ? -1 : versionOf(each));
        unresolved.delete(`${browser} ${each}`);
      }
    },

    /** A browser has an answer that tells it what became of its write. */
    resolves(sent: Sent): void {
      unresolved.delete(`${sent.life.browser} ${invoiceOf(sent)?.id}`);
    },

    /** Somebody edits an invoice's payments in Manage. */
    byHand(invoice: ManageInvoiceRow): void {
      changed(invoice.id, BY_HAND);
      handEdited.add(invoice.invoiceNumber);
      for (const { id } of invoice.payments) writers.set(id, BY_HAND);
    },

    /** A browser's storage is gone: it no longer knows which records are its own. */
    forget(browser: string, at: number): void {
      forgotAt.set(browser, at);
      for (const key of unresolved) if (key.startsWith(`${browser} `)) unresolved.delete(key);
      for (const [id, writer] of writers) if (writer === browser) writers.set(id, FORGOTTEN);
    },

    /** Whether a payment record is by a browser that still knows of it. */
    isOurs: (id: number): boolean => ![BY_HAND, FORGOTTEN, undefined].includes(writers.get(id)),
  };
}

export type WriteAudit = ReturnType<typeof createWriteAudit>;

function shownOf({ payments, customFieldValues }: ManageInvoiceRow) {
  return {
    payments: payments.map(({ id, amount, paymentDate }) => ({ id, amount, paymentDate })),
    fields: [...customFieldValues],
  };
}
