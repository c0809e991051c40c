import type { PaymentRow } from '../../sandbox/manage/state';
import type { LivingWorld } from '../../sandbox/world';
import type { Answer } from './faults';
import { asked, keyOf, numberOf, recordOf, recordsOn, type ManageRecord } from './manage-record';
import type { Sent } from './network';
import { lineOf } from './played-lines';

/** Who a payment record of Manage is by: a browser, somebody's hand, or a browser that has forgotten it since. */
type Writer = string;

const BY_HAND = 'by hand';
const FORGOTTEN = 'forgotten';

/** An invoice or order as it was before a write came to it. */
interface Before {
  readonly record: ManageRecord;
  readonly shown: ReturnType<typeof shownOf>;
  readonly hidden: readonly PaymentRow[];
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
  /** How often each record was changed, by its key, and what of it each browser has read last. */
  const versions = new Map<string, number>();
  const read = new Map<string, number>();
  const writers = new Map<number, Writer>();
  /** Who changed each record last, by its key. */
  const changers = new Map<string, Writer>();
  /** Records to which a browser's write came and whose answer it has not had, until it reads them: browser and key. */
  const unresolved = new Set<string>();
  const handEdited = new Set<string>();
  const undone = new Set<string>();
  /** When a browser's storage was cleared last. */
  const forgotAt = new Map<string, number>();
  for (const { payments } of manage.invoices) for (const { id } of payments) writers.set(id, BY_HAND);

  const versionOf = (key: string): number => versions.get(key) ?? 0;
  const changed = (key: string, by: Writer): void => {
    versions.set(key, versionOf(key) + 1);
    changers.set(key, by);
  };

  return {
    handEdited: handEdited as ReadonlySet<string>,
    /** Numbers of what an undo took something back of. */
    undone: undone as ReadonlySet<string>,

    /** Looks at what is about to be written to. */
    before(sent: Sent): Before | null {
      const record = sent.isWrite ? recordOf(manage, sent.request) : undefined;
      if (record === undefined) return null;
      const { row, ledger } = record;
      if (modeOf(sent, ledger) === 'preview') violate(`a preview wrote: ${sent.line}`);
      const key = `${sent.life.browser} ${record.key}`;
      if (unresolved.has(key)) violate(`a write whose answer was lost was repeated blindly: ${sent.line}`);
      unresolved.add(key);
      const records = recordsOn(row);
      const hidden = takesSeveral && sent.request.method === 'POST' ? records : [];
      const shown = shownOf(row);
      if ('payments' in row) row.payments = row.payments.filter((each) => !hidden.includes(each));
      return { record, shown, hidden, had: records.map(({ id }) => id) };
    },

    after(sent: Sent, { status }: Answer, before: Before | null): void {
      if (before === null) return;
      const { record, shown, hidden, had } = before;
      const { key, row, ledger } = record;
      const { browser } = sent.life;
      const mode = modeOf(sent, ledger);
      if ('payments' in row) row.payments = [...hidden, ...row.payments];
      if (status >= 300) return;
      const isChanged = JSON.stringify(shownOf(row)) !== JSON.stringify(shown);
      const isInformed = read.get(`${browser} ${key}`) === versionOf(key);
      if (!isChanged && isInformed) violate(`a write changed nothing: ${sent.line}`);
      if (!isChanged) return;
      const isTheirs = changers.get(key) === BY_HAND;
      if (mode === 'undo' && isInformed && isTheirs)
        violate(`an undo changed what somebody changed since: ${sent.line}`);
      changed(key, browser);
      read.set(`${browser} ${key}`, versionOf(key));
      if (mode === 'undo') undone.add(record.number);
      for (const { id, amount, paymentDate } of shownOf(row).payments) {
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
      const { ledger, id } = asked(request) ?? {};
      if (request.method !== 'GET' || status !== 200 || ledger === undefined) return;
      const told =
        id == null
          ? (JSON.parse(text) as Row[]).filter(ledger === 'payable' ? tellsFields : Boolean)
          : [{ id }];
      for (const each of told) {
        const { staleSums } = manage.invoices.find((invoice) => invoice.id === each.id) ?? {};
        const lags = ledger === 'receivable' && staleSums !== undefined && world.now() < staleSums.until;
        const key = keyOf(ledger, each.id);
        read.set(`${browser} ${key}`, lags ? -1 : versionOf(key));
        unresolved.delete(`${browser} ${key}`);
      }
    },

    /** A browser has an answer that tells it what became of its write. */
    resolves(sent: Sent): void {
      unresolved.delete(`${sent.life.browser} ${recordOf(manage, sent.request)?.key}`);
    },

    /** Somebody edits in Manage what an invoice or an order shows of payments. */
    byHand(row: ManageRecord['row']): void {
      changed(keyOf('poNumber' in row ? 'payable' : 'receivable', row.id), BY_HAND);
      handEdited.add(numberOf(row));
      for (const { id } of shownOf(row).payments) writers.set(id, BY_HAND);
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

/** A row of a list that a browser was sent. */
interface Row {
  readonly id: number;
  readonly customFields?: unknown;
}

/** Orders are looked for without their fields: such a list tells nothing of what they show. */
const tellsFields = ({ customFields }: Row): boolean => customFields !== undefined;

function modeOf({ life }: Sent, ledger: ManageRecord['ledger']) {
  return life.modes.get(lineOf(ledger));
}

function shownOf(row: ManageRecord['row']) {
  const payments = 'payments' in row ? row.payments : [];
  return {
    payments: payments.map(({ id, amount, paymentDate }) => ({ id, amount, paymentDate })),
    fields: [...row.customFieldValues],
  };
}
