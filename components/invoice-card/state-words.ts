import type { ManageFigures } from '@/utils/payments/manage-figures';

/** The catalogue's entry for how an invoice stands. */
export const STATE_WORDS = {
  unpaid: 'card.state.unpaid',
  'partly-paid': 'card.state.partlyPaid',
  paid: 'card.state.paid',
  'nothing-to-pay': 'card.state.nothingToPay',
  'credit-memo': 'card.state.creditMemo',
  credited: 'card.state.credited',
} as const satisfies Record<ManageFigures['state'], string>;
