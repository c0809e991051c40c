import { seeded } from './seeded';
import type { Story } from './story';
import { createTeller } from './teller';

/**
 * `count` invoices whose payment changed within the last month, every tenth of them paid in part, all known to
 * Manage and none shown as paid there: a first Past Month sync has exactly so many to write.
 */
export function tellSized(now: number, count: number): Story {
  const tell = createTeller(now, seeded(count));
  for (let at = 0; at < count; at += 1) {
    const no = 200_001 + at;
    const amount = 1_000_00 + at * 12_50;
    tell.invoice(no, { customer: 10_001 + (at % 20), amount, issued: 30 + (at % 60) });
    tell.payment({ closes: [[no, at % 10 === 9 ? 500_00 : amount]], booked: 1 + (at % 24) });
  }
  return tell.done();
}
