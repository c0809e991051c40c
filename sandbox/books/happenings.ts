import type { LivingWorld } from '../world';
import { keepLedger, type Posting } from './ledger';
import type { BooksEvent, Day, Key, Story } from './story';
import { dayBefore } from './calendar';
import { ticks, type Ticks } from './ticks';

/** The accounts on which something happens. */
type Accounts = Pick<LivingWorld, 'now' | 'refresh'> & { readonly story: Pick<Story, 'events'> };

/** Those of vendors, where an invoice is a bill and its number the one it was filed under. */
export function vendorsOf(world: LivingWorld): Accounts {
  return {
    now: () => world.now(),
    refresh: () => world.refresh(),
    story: { events: world.story.bills },
  };
}

/**
 * A payment in the invoice's own currency and at its rate, entered now. What is more than the invoice leaves open
 * stays on account.
 * @param amount decimal, as on the bank statement: 1250.5
 */
export function payNow(world: Accounts, invoiceNo: number, amount: number, postedOn: Day): void {
  const { posting, open } = liveInvoice(world, invoiceNo);
  const minor = Math.round(amount * 100);
  happen(world, {
    what: 'payment-received',
    voucher: 'BankJournal',
    amount: amountOf(posting, minor),
    closes: [{ of: posting.key, minor: Math.min(minor, open) }],
    ...posted(world, posting, 'payment', postedOn),
  });
}

/** A credit note against the invoice, entered now. @param creditNoteNo must be new */
export function creditNow(world: Accounts, invoiceNo: number, amount: number, creditNoteNo: number): void {
  const { posting } = liveInvoice(world, invoiceNo);
  const minor = Math.round(amount * 100);
  happen(world, {
    what: 'credit-note-issued',
    invoiceNo: creditNoteNo,
    ...('theirNumber' in posting.event && { theirNumber: `K-${creditNoteNo}` }),
    amount: amountOf(posting, minor),
    closes: [{ of: posting.key, minor }],
    ...posted(world, posting, 'credit', today(world)),
  });
}

/** What is left of the invoice is written off now. */
export function writeOffNow(world: Accounts, invoiceNo: number): void {
  const { posting, open } = liveInvoice(world, invoiceNo);
  happen(world, {
    what: 'written-off',
    amount: amountOf(posting, open),
    closes: [{ of: posting.key, minor: open }],
    ...posted(world, posting, 'write-off', today(world)),
  });
}

/** Everything the invoice was matched with is taken apart now, for other invoices of the same payments too. */
export function unmatch(world: Accounts, invoiceNo: number): void {
  const { posting } = liveInvoice(world, invoiceNo);
  const matched = keepLedger(world.story.events).matches.filter(({ charge }) => charge.key === posting.key);
  // A currency difference is a line of the payment it came with and goes with it.
  const settlings = new Set(
    matched.filter(({ settling }) => settling.line === 0).map(({ settling }) => settling.key),
  );
  for (const settling of settlings) happen(world, { what: 'unmatched', settling, bookedAt: next(world) });
}

/** The invoice is un-matched and nullified now; its number may be used again. */
export function reverseNow(world: Accounts, invoiceNo: number): void {
  unmatch(world, invoiceNo);
  const { posting } = liveInvoice(world, invoiceNo);
  const { key, postedOn, bookedAt } = posted(world, posting, 'reversal', today(world));
  happen(world, { what: 'invoice-reversed', invoice: posting.key, key, postedOn, bookedAt });
}

/** Somebody changes when the customer promised to pay: nothing of the ledger moves, but the invoice counts as changed. */
export function editHeaderNow(world: LivingWorld, invoiceNo: number): void {
  liveInvoice(world, invoiceNo);
  world.businessCentral.headerEdits.set(String(invoiceNo), ticks(world.now()));
  world.refresh();
}

function happen(world: Accounts, event: BooksEvent): void {
  world.story.events.push(event);
  world.refresh();
}

function liveInvoice({ story }: Accounts, invoiceNo: number): { posting: Posting; open: number } {
  const { postings, matches } = keepLedger(story.events);
  const [posting, ...others] = postings.filter(
    ({ event, reversed }) => event.what === 'invoice-issued' && event.invoiceNo === invoiceNo && !reversed,
  );
  if (posting === undefined || others.length > 0)
    throw new Error(`there is not one live invoice ${invoiceNo}`);
  const closed = matches.filter(({ charge }) => charge.key === posting.key);
  return { posting, open: closed.reduce((left, { minor }) => left - minor, posting.minor) };
}

function amountOf({ currency, rate }: Posting, minor: number) {
  return { minor, currency, rate };
}

function posted(world: Accounts, { customerNo }: Posting, kind: string, postedOn: Day) {
  const key: Key = `${kind}-now-${world.story.events.length + 1}`;
  return { key, customerNo, postedOn, bookedAt: next(world) };
}

/** This moment, and always later than whatever was entered last: two things in one millisecond stay apart. */
function next(world: Accounts): Ticks {
  const last = world.story.events.at(-1)?.bookedAt ?? 0n;
  const moment = ticks(world.now(), 1);
  return moment > last ? moment : last + 1n;
}

function today(world: Accounts): Day {
  return dayBefore(world.now(), 0);
}
