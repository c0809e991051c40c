import { batches } from '@/utils/manage/batches';
import { decide } from '@/utils/payments/decide';
import { matchInManage } from '@/utils/payments/match';
import { paymentStatus } from '@/utils/payments/payment-status';
import type { Bench, Figure } from '../bench';
import { held } from '../../unit/sync/support/plans';
import { medianOf } from '../support/median-of';
import { invoiceAt } from './streamed-books';

const INVOICES = 20_000;
const RUNS = 7;

/** The limits of one address, as the product asks Manage. */
const LIMITS = { maxUrlLength: 1_700, maxCount: 50 };

export const pureCore: Bench = {
  about: 'The pure core: status, match and plan; and batches of conditions',
  how: `Over ${INVOICES.toLocaleString('en')} invoices, ${RUNS} times after warming up: the median, with the lowest and the highest. Nothing waits and nothing is stored.`,
  flags: [],
  run() {
    const books = Array.from({ length: INVOICES }, (_, at) => invoiceAt(at));
    const inManage = books.map(({ number, total }, at) => held(at + 1, number, { total, balance: total }));
    const candidates = (at: number) => inManage.slice(at - (at % 50), at - (at % 50) + 50);
    const numbers = books.map(({ number }) => number);
    const ownRecordIds = new Set<number>();
    const works: Readonly<Record<string, () => number>> = {
      'payment status': () => books.filter((each) => paymentStatus(each).state === 'paid').length,
      'match among fifty': () =>
        books.filter(({ number }, at) => {
          const match = matchInManage(number, candidates(at));
          return match.is === 'found';
        }).length,
      'decision, a payment record': () =>
        books.filter((each, at) => {
          const manage = inManage[at];
          if (manage === undefined) return false;
          const shown = { strategy: 'payment-record', records: [] } as const;
          return decide({ books: each, manage, shown, ownRecordIds }).do === 'write';
        }).length,
      'batches of conditions': () => batches(numbers, LIMITS).batches.length,
    };
    const figures: Figure[] = [];
    for (const [what, work] of Object.entries(works)) {
      work();
      const rates = Array.from({ length: RUNS }, () => {
        const begun = performance.now();
        if (work() === 0) throw new Error(`${what} found nothing`);
        return (INVOICES / (performance.now() - begun)) * 1000;
      });
      figures.push({ what, unit: 'per second', ...medianOf(rates) });
    }
    return Promise.resolve(figures);
  },
};
