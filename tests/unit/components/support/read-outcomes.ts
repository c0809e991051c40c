import { vi } from 'vitest';
import { reasonText } from '@/components/reason-text';
import type { ReadOutcomes } from '@/components/sync-panel/panel-port';
import type { Outcome } from '@/utils/payments/outcome';
import { selectOutcomes } from '@/utils/payments/select-outcomes';
import { sharedReason } from '@/utils/payments/shared-reason';

/** A worker that holds these outcomes of every run, and answers with a hundred at a time. */
export function readFrom(outcomes: readonly Outcome[]) {
  return vi.fn<ReadOutcomes>((_connection, _run, query, from) => {
    const all = selectOutcomes(outcomes, query, reasonText, 'en-GB');
    const value = { total: all.length, outcomes: all.slice(from, from + 100), shared: sharedReason(all) };
    return Promise.resolve({ ok: true, value });
  });
}
