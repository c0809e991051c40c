import type { OutcomeKind } from '@/utils/payments/outcome';

/** The catalogue's entry for each kind of outcome. */
export const KIND_WORDS = {
  updated: 'result.updated',
  unchanged: 'result.unchanged',
  'not-found': 'result.notFound',
  skipped: 'result.skipped',
  failed: 'result.failed',
} as const satisfies Record<OutcomeKind, string>;
