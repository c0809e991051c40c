import { hostsOf } from '@/utils/accounting/registry';
import { readMember } from '@/utils/manage/member';
import type { InvoiceCard, InvoiceCheck, InvoiceInBooks } from '@/utils/messaging/invoice-card';
import type { AccountingInvoice, Ledger } from '@/utils/payments/accounting-invoice';
import { billKey, billOfKey, UNKNOWN_VENDOR } from '@/utils/payments/bill-key';
import { booksView } from '@/utils/payments/books-view';
import { comparableInManage, numberInManage, spellingsInManage } from '@/utils/payments/number-rule';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { booksOf } from '@/utils/storage/books-of';
import { scopeOf, type Scope } from '@/utils/storage/database';
import { learnInvoice, type KnownInvoice } from '@/utils/storage/known-invoices';
import { linesOf, type Line } from '@/utils/storage/lines';
import { checkInvoice } from '@/utils/sync/check-invoice';
import { liveInvoices } from '@/utils/sync/live-invoices';
import type { ManageSession } from '@/utils/services/manage-session';
import { billsMeant, findOrders, MOST_FOUND } from './find-orders';
import { linkToBooks, linkToManage } from './invoice-links';
import { openLine } from './open-line';
import { prepareRun } from './prepare-run';
import { readInvoice } from './read-invoice';
import { readOrder } from './read-order';
import { requireAccess } from '@/utils/services/require-access';
import type { Services } from '@/utils/services/services';
import type { WorkerPlatform } from './worker-platform';

export interface CardDeskOptions {
  readonly platform: WorkerPlatform;
  readonly services: () => Promise<Services>;
  /** Manage as it was opened last, or anew. */
  readonly openSession: (signal: AbortSignal) => Promise<ManageSession>;
}

/** A line with its part of the memory. */
interface Place {
  readonly line: Line;
  readonly scope: Scope;
  /** The invoice's number as this connection's rule writes it. */
  readonly number: string;
  readonly known: KnownInvoice | undefined;
}

/** Tells of single invoices: what Manage holds, what is known from the books, and what they say now. */
export function createCardDesk({ platform, services, openSession }: CardDeskOptions) {
  /** Every line of a ledger, those first whose books are known to have the invoice. */
  async function placesOf(number: string, ledger: Ledger): Promise<readonly Place[]> {
    const { database, settings } = await services();
    const { manage, connections } = await settings.read();
    if (manage === null) throw new Problem('manageNotConnected');
    const member = await readMember(manage, (name) => platform.cookie(manage.site, name));
    const places = await Promise.all(
      linesOf(connections)
        .filter((line) => line.ledger === ledger)
        .map(async (line) => {
          const { connection } = line;
          const scope = scopeOf(manage.site, manage.companyId, member, booksOf(connection, ledger));
          const isOrder = ledger === 'payable';
          const comparable = isOrder ? number : comparableInManage(number, connection.matching);
          const known = await database.get('knownInvoices', [scope, comparable]);
          return { line, scope, number: comparable, known };
        }),
    );
    const newest = ({ known }: Place): number => known?.seenAt ?? 0;
    return places.sort((a, b) => newest(b) - newest(a));
  }

  async function read(number: string, ledger: Ledger = 'receivable'): Promise<InvoiceCard> {
    const { signal } = new AbortController();
    const places = await placesOf(number, ledger);
    // Where a purchase order can be opened is known of neither side.
    const isInvoice = ledger === 'receivable';
    const known = places.flatMap(({ line, known: is }): InvoiceInBooks[] => {
      const { id: connectionId, connection } = line;
      if (is === undefined) return [];
      const address = isInvoice ? linkToBooks(connection, { number }) : null;
      return [{ connectionId, name: connection.name, books: is.books, written: is.written, address }];
    });
    try {
      const session = await openSession(signal);
      const manage = await (isInvoice ? readInvoice : readOrder)(session, number, signal);
      const address = isInvoice && manage ? linkToManage(session.settings, { number, id: manage.id }) : null;
      return { number, ledger, manage, address, problem: null, known };
    } catch (error) {
      return { number, ledger, manage: null, address: null, problem: reasonOf(error), known };
    }
  }

  /**
   * Bills that the books have under this number and no purchase order lists, by their keys. What the books say of them is
   * remembered.
   * @throws Problem when none is found and some books cannot be asked
   */
  async function billsOnNoOrder(typed: string, signal: AbortSignal): Promise<readonly string[]> {
    const shared = await services();
    const found = new Set<string>();
    let failure: unknown;
    for (const { line, scope } of await placesOf(typed, 'payable')) {
      try {
        await requireAccess(platform, hostsOf(line.connection));
        const { source } = await openLine(line, {
          services: shared,
          platform,
          session: await openSession(signal),
        });
        const keys = billsMeant(typed, line.connection).map((bill) =>
          billKey({ bill, vendor: UNKNOWN_VENDOR }),
        );
        const { invoices, unreadable } = await source.lookUp(keys, signal);
        for (const { number } of [...invoices, ...unreadable])
          if (billOfKey(number) !== null) found.add(number);
        for (const bill of liveInvoices(invoices).live) await learn(scope, bill);
      } catch (error) {
        failure ??= error;
      }
    }
    if (found.size === 0 && failure !== undefined) throw failure as Error;
    return [...found].slice(0, MOST_FOUND);
  }

  async function learn(scope: Scope, invoice: AccountingInvoice): Promise<void> {
    const { database } = await services();
    const at = platform.now();
    const books = { said: booksView(invoice), at };
    await learnInvoice(database, { scope, number: invoice.number, seenAt: at, books });
  }

  /** Asks one connection, and remembers what its books said. Null where they do not have the invoice. */
  async function askBooks({ line, scope, number }: Place) {
    const { signal } = new AbortController();
    const shared = await services();
    const task = { kind: 'numbers', numbers: [number] } as const;
    const prepared = await prepareRun(
      {
        services: shared,
        platform,
        openSession,
        runId: platform.newId(),
        connectionId: line.id,
        scope,
        task,
        resumed: 0,
      },
      signal,
    );
    const checked = await checkInvoice(number, prepared, signal);
    if (!checked.inBooks) return null;
    if (checked.books !== null) await learn(scope, checked.books);
    return checked;
  }

  return {
    read,

    /**
     * The card of an invoice somebody named by hand, as Manage or as the books of a connection write its number. Blanks
     * around it do not count, nor does upper or lower case; where that leaves a doubt, it is taken letter for letter.
     * Purchase orders are found by their own numbers likewise, and by those of their bills, in which letter case counts
     * where the books keep it. What Manage has neither way the books may have as a bill that no order lists.
     */
    async lookUp(text: string): Promise<readonly InvoiceCard[]> {
      const typed = text.trim();
      const { signal } = new AbortController();
      const { connections } = await (await services()).settings.read();
      const spelled = connections.flatMap(({ matching }) => [
        ...spellingsInManage(typed, matching),
        ...[numberInManage(typed, matching)].flatMap((number) =>
          number === null ? [] : spellingsInManage(number, matching),
        ),
      ]);
      const asked = [...new Set([typed, ...spelled])];
      const { api } = await openSession(signal);
      const { invoices } = await api.findInvoices(asked, signal);
      const held = (wanted: readonly string[]): readonly string[] => {
        const low = wanted.map((each) => each.toLowerCase());
        return [...new Set(invoices.map(({ number }) => number))].filter((number) =>
          low.includes(number.toLowerCase()),
        );
      };
      const [only] = [held([typed]), held(spelled)].find(({ length }) => length === 1) ?? [];
      const orders = await findOrders(typed, connections, api.purchaseOrders, signal);
      const isInManage = only !== undefined || orders.length > 0;
      const payable = isInManage ? orders : await billsOnNoOrder(typed, signal);
      return Promise.all([
        ...(only === undefined && payable.length > 0 ? [] : [read(only ?? typed)]),
        ...payable.map((number) => read(number, 'payable')),
      ]);
    },

    /** @throws Problem when the books that have the invoice, or any where none has, cannot be asked */
    async check(number: string, ledger: Ledger = 'receivable'): Promise<InvoiceCheck> {
      const places = await placesOf(number, ledger);
      if (places.length === 0) throw new Problem('accountingNotConnected');
      let failure: unknown;
      for (const place of places) {
        try {
          const checked = await askBooks(place);
          if (checked === null) continue;
          const { outcome } = checked;
          return { card: await read(number, ledger), connectionId: place.line.id, outcome };
        } catch (error) {
          if (place.known?.books) throw error;
          failure ??= error;
        }
      }
      if (failure !== undefined) throw failure as Error;
      return { card: await read(number, ledger), connectionId: null, outcome: null };
    },
  };
}

export type CardDesk = ReturnType<typeof createCardDesk>;
