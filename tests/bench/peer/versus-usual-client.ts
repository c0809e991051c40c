import { json } from '../support/flags';
import type { Bench, Figure } from '../bench';
import { createVirtualDay, type DayResult, type Limits } from '../support/virtual-day';
import { ownSync } from './own-sync';
import { usualSync } from './usual-sync';
import { virtualCarrier } from './virtual-carrier';

/** Changed invoices. */
const SIZES: readonly number[] = [100, 1_000, 10_000];

/** What Manage takes: requests a minute. Source: ConnectWise Developer Guide. */
const REQUESTS_PER_MINUTE = 1_000;

/** So much of what the limit allows was promised at the largest size. */
const PROMISED_PERCENT = 95;

/** How many seconds so many requests take at the rate that Manage takes them. */
function secondsAtLimit(requests: number): number {
  return (requests / REQUESTS_PER_MINUTE) * 60;
}

export const versusUsualClient: Bench = {
  about: 'A sync beside the same sync written the usual way',
  how:
    'Both talk to the sandbox over the same virtual network, 40 ms each way, and both write one payment record for each invoice. ' +
    'The product reads the books first, which the usual client is spared, and keeps to the limits also where Manage has none. Time is by a virtual clock that knows waiting ' +
    'and no computing, for every size alike. The usual client looks an invoice up, reads its payments and writes. With ten ' +
    'at once it meets the limit of 1,000 requests a minute: at the first refusal it begins no other invoice, those under way come to ' +
    'their end, and what is not written then is lost; its second run follows within the minute. A second run finds nothing changed: the ' +
    'product is asked once from its last run and once for the whole month again. Bytes are addresses and bodies, of the books too. Ratios are those of the same firm to the usual client, one invoice at a time.',
  flags: json,
  parts: ['on', 'off'],
  async run(part) {
    const limits = part === 'on' ? 'on' : 'off';
    const figures: Figure[] = [];
    for (const size of SIZES) {
      const results = await everybody(size, limits);
      for (const [who, result] of Object.entries(results)) {
        const by = `limits ${limits}, ${size.toLocaleString('en')}: ${who}`;
        figures.push(...figuresOf(by, result), ...besideUsual(by, result, results[BESIDE[who] ?? '']));
      }
    }
    return limits === 'on' ? [...figures, ofLimit(figures)] : figures;
  },
};

/** Which piece of the usual client's work, one invoice at a time, each of the product's is set beside. */
const BESIDE: Readonly<Record<string, string>> = {
  'product, first run': 'usual client, first run',
  'product, second run from the last': 'usual client, second run',
  'product, second run of the month': 'usual client, second run',
};

function besideUsual(by: string, own: DayResult, usual: DayResult | undefined): readonly Figure[] {
  if (usual === undefined) return [];
  return [
    { what: 'fewer requests', by, value: usual.requests / own.requests, unit: 'times' },
    { what: 'faster', by, value: usual.seconds / own.seconds, unit: 'times' },
  ];
}

/** How much of the writes that the limit allows in the time the largest first run took were made. */
function ofLimit(figures: readonly Figure[]): Figure {
  const size = SIZES.at(-1) ?? 0;
  const by = `limits on, ${size.toLocaleString('en')}: product, first run`;
  const seconds = figures.find((each) => each.by === by && each.what === 'time')?.value ?? Number.NaN;
  const value = (secondsAtLimit(size) / seconds) * 100;
  return { what: 'writes, of what the limit allows', by, value, unit: '%', least: PROMISED_PERCENT };
}

function figuresOf(by: string, result: DayResult): readonly Figure[] {
  return [
    { what: 'requests to Manage', by, value: result.requestsToManage, unit: 'requests' },
    { what: 'all requests', by, value: result.requests, unit: 'requests' },
    { what: 'bytes', by, value: result.bytes / 1000, unit: 'kB' },
    { what: 'time', by, value: result.seconds, unit: 's' },
    { what: 'refused with 429', by, value: result.refused, unit: 'requests' },
    { what: 'writes lost', by, value: result.lost, unit: 'writes' },
  ];
}

async function everybody(size: number, limits: Limits): Promise<Readonly<Record<string, DayResult>>> {
  const press = await ownSync(createVirtualDay(size, limits));
  const results: Record<string, DayResult> = {
    'product, first run': await press('past-month'),
    'product, second run from the last': await press('last-run'),
    'product, second run of the month': await press('past-month'),
  };
  for (const atOnce of [1, 10]) {
    const day = createVirtualDay(size, limits);
    const name = atOnce === 1 ? 'usual client' : `usual client, ${atOnce} at once`;
    for (const run of ['first', 'second']) {
      let isDone = false;
      const begin = (): void =>
        void usualSync(day.due, virtualCarrier(day), atOnce)
          .catch(() => undefined)
          .finally(() => (isDone = true));
      results[`${name}, ${run} run`] = await day.measured(begin, () => isDone);
    }
  }
  return results;
}
