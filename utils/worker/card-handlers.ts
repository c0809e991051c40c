import type { Handlers } from '@/utils/messaging/receive';
import type { SenderKind } from '@/utils/messaging/sender';
import type { RunState } from '@/utils/sync/run-state';
import type { CardDesk } from './card-desk';

export interface CardHandlersOptions {
  readonly cards: CardDesk;
  /** Begins a run of one invoice of a connection. */
  readonly syncInvoice: (connectionId: string, number: string) => Promise<RunState>;
  /** @throws Problem when a page asks that is not the Manage that is connected */
  readonly requireOwnSite: (from: Exclude<SenderKind, { kind: 'stranger' }>) => Promise<unknown>;
}

/** What the worker does for the messages about single invoices. */
export function createCardHandlers({
  cards,
  syncInvoice,
  requireOwnSite,
}: CardHandlersOptions): Pick<Handlers, 'invoiceCard' | 'checkInvoice' | 'syncInvoice' | 'lookUpInvoice'> {
  return {
    async invoiceCard({ number, ledger }, from) {
      await requireOwnSite(from);
      return cards.read(number, ledger);
    },

    async checkInvoice({ number, ledger }, from) {
      await requireOwnSite(from);
      return cards.check(number, ledger);
    },

    async syncInvoice({ connectionId, number }, from) {
      await requireOwnSite(from);
      return syncInvoice(connectionId, number);
    },

    lookUpInvoice: ({ text }) => cards.lookUp(text),
  };
}
