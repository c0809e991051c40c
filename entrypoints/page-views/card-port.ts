import type { CardPort } from '@/components/invoice-card/card-port';
import { sendMessage } from '@/utils/messaging/messenger';
import { OUTCOME_KINDS } from '@/utils/payments/outcome';

/** What the card of an invoice asks of the worker, wherever it stands. */
export const cardPort: Omit<CardPort, 'onRunChanged' | 'askAgainMs'> = {
  read: (number) => sendMessage('invoiceCard', { number }),
  check: (number) => sendMessage('checkInvoice', { number }),
  sync: (connectionId, number) => sendMessage('syncInvoice', { connectionId, number }),
  async readRun(connectionId) {
    const answer = await sendMessage('panelState', undefined);
    if (!answer.ok) return null;
    return answer.value.connections.find(({ id }) => id === connectionId)?.run ?? null;
  },
  async readOutcome(connectionId, { id: runId, counts }) {
    const kind = OUTCOME_KINDS.find((each) => counts[each] > 0);
    if (kind === undefined) return null;
    const list = { kind, search: '', order: 'number', descending: false, from: 0 } as const;
    const answer = await sendMessage('runOutcomes', { connectionId, runId, ...list });
    return answer.ok ? (answer.value.outcomes[0] ?? null) : null;
  },
};
