import type { CardPort } from '@/components/invoice-card/card-port';
import { sendMessage } from '@/utils/messaging/messenger';

/** Joins the card of an invoice to the worker. */
export const cardPort: CardPort = {
  read: (number) => sendMessage('invoiceCard', { number }),
  check: (number) => sendMessage('checkInvoice', { number }),
  sync: (connectionId, number) => sendMessage('syncInvoice', { connectionId, number }),
  async readRun(connectionId) {
    const answer = await sendMessage('panelState', undefined);
    if (!answer.ok) return null;
    return answer.value.connections.find(({ id }) => id === connectionId)?.run ?? null;
  },
};
