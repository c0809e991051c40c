import { csvWords } from '@/components/csv-words';
import type { Answer, OutcomePage } from '@/utils/messaging/protocol';
import { OUTCOME_KINDS, type Outcome } from '@/utils/payments/outcome';
import { outcomesCsv } from '@/utils/payments/outcomes-csv';
import type { OutcomeQuery } from '@/utils/payments/select-outcomes';

/** Reads a page of a run's outcomes, from the given place in the list on. */
type ReadPage = (query: OutcomeQuery, from: number) => Promise<Answer<OutcomePage>>;

/**
 * The table of a run as CSV text: one kind of outcome after the other, each by number. It is read a page at a time, as lists
 * are, so that no message holds ten thousand.
 */
export async function runTable(read: ReadPage): Promise<Answer<string>> {
  const outcomes: Outcome[] = [];
  for (const kind of OUTCOME_KINDS) {
    const query: OutcomeQuery = { kind, search: '', order: 'number', descending: false };
    for (let from = 0, total = 1; from < total;) {
      const answer = await read(query, from);
      if (!answer.ok) return answer;
      const { outcomes: more, total: all } = answer.value;
      outcomes.push(...more);
      // A list that has become shorter meanwhile has no more lines there.
      total = more.length === 0 ? 0 : all;
      from += more.length;
    }
  }
  return { ok: true, value: outcomesCsv(outcomes, csvWords) };
}
