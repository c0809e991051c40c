import type { BadgeFacts, BadgeFactsByNumber } from '@/utils/messaging/protocol';

/** More invoices than one sees in a day; beyond that the ones asked for longest ago are forgotten. */
const MOST = 5000;

interface Known {
  /** Null when Manage does not hold the invoice. */
  readonly facts: BadgeFacts | null;
  readonly age: number;
  readonly datesAsked: boolean;
}

/** What the worker has answered, by invoice number. */
export interface KnownFacts {
  /** The facts of an invoice, fresh or not; undefined while unknown, and when Manage does not hold it. */
  readonly of: (number: string) => BadgeFacts | undefined;
  /** Whether amount and state must be asked for. */
  readonly lacks: (number: string) => boolean;
  /** Whether the invoice is paid and the date it was paid has not been asked for. */
  readonly lacksDate: (number: string) => boolean;
  /** Takes an answer to a question asked at `age`, see {@link KnownFacts.age}. */
  learn(
    numbers: readonly string[],
    answer: BadgeFactsByNumber,
    question: { age: number; withDates: boolean },
  ): void;
  /** Forgets invoices whose facts may be wrong by now and could not be had. */
  forget(numbers: readonly string[]): void;
  /** Everything known until now is to be asked for again; it stays known until then. */
  grow(): void;
  /** How often everything has been made stale. */
  age(): number;
}

export function createKnownFacts(): KnownFacts {
  const known = new Map<string, Known>();
  let age = 0;
  return {
    of: (number) => known.get(number)?.facts ?? undefined,
    lacks: (number) => known.get(number)?.age !== age,
    lacksDate(number) {
      const found = known.get(number);
      return found?.age === age && found.facts?.state === 'paid' && !found.datesAsked;
    },
    learn(numbers, answer, question) {
      for (const number of numbers) {
        const before = known.get(number);
        const facts = Object.hasOwn(answer, number) ? (answer[number] ?? null) : null;
        // A refreshed amount must not take the date off the badge until the date, too, has been refreshed.
        const keepsDate =
          !question.withDates && facts?.datePaid === undefined && sameAmount(before?.facts, facts);
        const datePaid = keepsDate ? before?.facts?.datePaid : undefined;
        known.delete(number);
        known.set(number, {
          facts: facts && datePaid !== undefined ? { ...facts, datePaid } : facts,
          age: question.age,
          datesAsked: question.withDates || facts?.datePaid !== undefined,
        });
      }
      for (const oldest of known.keys()) {
        if (known.size <= MOST) break;
        known.delete(oldest);
      }
    },
    forget(numbers) {
      for (const number of numbers) known.delete(number);
    },
    grow() {
      age += 1;
    },
    age: () => age,
  };
}

function sameAmount(a: BadgeFacts | null | undefined, b: BadgeFacts | null): boolean {
  return (
    a?.state === b?.state &&
    a?.paidAmount.minor === b?.paidAmount.minor &&
    a?.paidAmount.currency === b?.paidAmount.currency
  );
}
