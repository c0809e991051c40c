import { vi } from 'vitest';
import { reasonText } from '@/components/reason-text';
import type { ReadOutcomes } from '@/components/sync-panel/panel-port';
import type { InvoiceLinks } from '@/utils/payments/invoice-address';
import type { Outcome } from '@/utils/payments/outcome';
import { selectOutcomes } from '@/utils/payments/select-outcomes';
import { sharedReason } from '@/utils/payments/shared-reason';

/** A worker that holds these outcomes of every run, and answers with a hundred at a time. */
export function readFrom(outcomes: readonly Outcome[], links?: readonly (InvoiceLinks | null)[]) {
  return vi.fn<ReadOutcomes>((_connection, _run, query, from) => {
    const all = selectOutcomes(outcomes, query, reasonText, 'en-GB');
    const page = { total: all.length, outcomes: all.slice(from, from + 100), shared: sharedReason(all) };
    const value = { ...page, ...(links && { links }) };
    return Promise.resolve({ ok: true, value });
  });
}
