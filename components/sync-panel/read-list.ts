import type { Answer, OutcomePage } from '@/utils/messaging/protocol';
import type { OutcomeQuery } from '@/utils/payments/select-outcomes';

/** Reads a page of what became of the invoices of a run, from the given place in the list on. */
export type ReadList = (runId: string, query: OutcomeQuery, from: number) => Promise<Answer<OutcomePage>>;
