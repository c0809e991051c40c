import type { AskFacts } from '@/utils/invoice-search/facts';
import type { Answer, BadgeFacts, BadgeFactsByNumber } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';

/** A worker that answers at once, and dates only when it is asked for dates. */
export interface FakeWorker extends AskFacts {
  /** What Manage holds. */
  held: (number: string) => BadgeFacts | undefined;
  /** Why it answers nothing; null when it does. */
  refusal: Reason | null;
  readonly asked: { readonly amounts: string[][]; readonly dates: string[][] };
}

export function fakeWorker(held: FakeWorker['held']): FakeWorker {
  const asked: FakeWorker['asked'] = { amounts: [], dates: [] };
  const answer = async (
    numbers: readonly string[],
    withDates: boolean,
  ): Promise<Answer<BadgeFactsByNumber>> => {
    if (worker.refusal !== null) return { ok: false, reason: worker.refusal };
    const value: Record<string, BadgeFacts> = {};
    for (const number of numbers) {
      const facts = worker.held(number);
      if (facts === undefined) continue;
      const { datePaid, ...rest } = facts;
      value[number] = withDates && datePaid !== undefined ? { ...rest, datePaid } : rest;
    }
    return await Promise.resolve({ ok: true, value });
  };
  const worker: FakeWorker = {
    held,
    refusal: null,
    asked,
    badgeFacts: (numbers) => (asked.amounts.push([...numbers]), answer(numbers, false)),
    badgeDates: (numbers) => (asked.dates.push([...numbers]), answer(numbers, true)),
  };
  return worker;
}
