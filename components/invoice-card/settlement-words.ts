import type { SettlementKind } from '@/utils/payments/accounting-invoice';

/** The catalogue's entry for each kind of settlement. */
export const SETTLEMENT_WORDS = {
  payment: 'card.kind.payment',
  credit: 'card.kind.credit',
  'write-off': 'card.kind.writeOff',
  discount: 'card.kind.discount',
  unclassified: 'card.kind.unclassified',
} as const satisfies Record<SettlementKind, string>;
