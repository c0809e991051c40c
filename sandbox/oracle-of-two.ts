import { factsOf } from './books/facts';
import { heldBefore, type Held } from './books/held';
import type { Day, Story } from './books/story';
import type { TwoStories } from './books/two-companies';
import { expectedInManage, type Expected, type Strategy } from './oracle';

/** What a first sync of both companies must come to, together in Manage and for each by itself. */
export interface ExpectedOfTwo {
  readonly held: ReadonlyMap<string, Held>;
  readonly nord: Expected['outcomes'];
  readonly sor: Expected['outcomes'];
}

/**
 * Each company's sync does what it would do alone, except that neither writes to an invoice of Manage whose number
 * live invoices of both carry.
 */
export function expectedOfTwo(stories: TwoStories, since: Day, strategy: Strategy): ExpectedOfTwo {
  const shared = new Set([...liveNumbers(stories.nord)].filter((each) => liveNumbers(stories.sor).has(each)));
  const [nord, sor] = [stories.nord, stories.sor].map((story) =>
    expectedInManage({ story }, since, strategy),
  ) as [Expected, Expected];
  const held = new Map(stories.nord.inManage.map((invoice) => [invoice.number, heldBefore(invoice)]));
  for (const each of [nord, sor]) {
    for (const number of each.outcomes.updated) {
      const after = each.held.get(number);
      if (after !== undefined && !shared.has(number)) held.set(number, after);
    }
  }
  return { held, nord: withoutShared(nord, shared), sor: withoutShared(sor, shared) };
}

function withoutShared({ outcomes }: Expected, shared: ReadonlySet<string>): Expected['outcomes'] {
  const isShared = (number: string): boolean => shared.has(number);
  const own = (numbers: readonly string[]): readonly string[] => numbers.filter((each) => !isShared(each));
  const { updated, skipped, failed } = outcomes;
  return {
    ...outcomes,
    updated: own(updated),
    failed: own(failed),
    skipped: [...skipped, ...updated.filter(isShared), ...failed.filter(isShared)].sort(),
  };
}

function liveNumbers(story: Story): ReadonlySet<string> {
  const live = factsOf(story).filter(({ isInvoice, reversed }) => isInvoice && !reversed);
  return new Set(live.map(({ number }) => number));
}
