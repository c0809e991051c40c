import type { OutcomePage, PastRun } from '@/utils/messaging/protocol';
import type { InvoiceLinks } from '@/utils/payments/invoice-address';
import type { Outcome } from '@/utils/payments/outcome';
import { Problem } from '@/utils/payments/problem';
import type { OutcomeQuery } from '@/utils/payments/select-outcomes';
import type { RunRecord, Scope } from '@/utils/storage/database';
import { hasWritten, runsOf, runStateOf, summaryOf } from '@/utils/storage/run-history';
import type { RunSummary } from '@/utils/sync/run-state';
import type { OutcomePages } from './outcome-pages';
import type { Services } from '@/utils/services/services';

export interface RunArchiveOptions {
  readonly services: () => Promise<Pick<Services, 'database'>>;
  /** Whose runs may be seen. @throws Problem that tells what is not connected */
  readonly scope: () => Promise<Scope>;
  readonly pages: OutcomePages;
  /** Tells where invoices can be opened. */
  readonly linker: () => Promise<(outcome: Outcome) => InvoiceLinks | null>;
}

/** The runs that this browser remembers, for reading. */
export function createRunArchive({ services, scope, pages, linker }: RunArchiveOptions) {
  const database = async () => (await services()).database;

  /** @throws Problem `runNotThere` for a run of another connection too */
  async function remembered(runId: string): Promise<RunRecord> {
    const own = await scope();
    const run = await (await database()).get('runs', runId);
    if (run?.scope !== own) throw new Problem('runNotThere');
    return run;
  }

  /** Whether a run wrote something, and has come to an end. */
  async function canUndo(run: RunRecord): Promise<boolean> {
    if (run.mode !== 'sync' || run.phase === 'running') return false;
    return hasWritten(await database(), run.id);
  }

  return {
    canUndo,

    /** Newest first. */
    async history(): Promise<readonly RunSummary[]> {
      return (await runsOf(await database(), await scope())).map(summaryOf);
    },

    async open(runId: string): Promise<PastRun> {
      const run = await remembered(runId);
      return { run: runStateOf(run), canUndo: await canUndo(run) };
    },

    /** A page of what became of each invoice of a run. */
    async page(runId: string, query: OutcomeQuery, from: number): Promise<OutcomePage> {
      const page = await pages.read(await database(), await remembered(runId), query, from);
      const links = page.outcomes.map(await linker());
      return links.some((each) => each !== null) ? { ...page, links } : page;
    },
  };
}
