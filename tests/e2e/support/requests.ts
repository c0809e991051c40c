import type { Sandbox } from '../../../sandbox/server';

type Logged = Sandbox['requests'][number];

/** The requests to Manage's API of a run, told apart by what they cost. */
export interface ManageRequests {
  readonly writes: readonly Logged[];
  /** Invoices by number. */
  readonly lookUps: readonly Logged[];
  /** Payment records of single invoices. */
  readonly recordReads: readonly Logged[];
  /** The report *Invoices*. */
  readonly reports: readonly Logged[];
}

/** Sorts what was asked of Manage since the given length of the log. */
export function manageRequestsSince(log: readonly Logged[], since: number): ManageRequests {
  const asked = log
    .slice(since)
    .filter(({ host, path }) => host.endsWith('myconnectwise.net') && path.includes('/apis/3.0/'));
  const reads = asked.filter(({ method }) => method === 'GET');
  return {
    writes: asked.filter(({ method }) => method !== 'GET'),
    lookUps: reads.filter(({ path }) => /\/finance\/invoices\?/.test(path)),
    recordReads: reads.filter(({ path }) => /\/finance\/invoices\/\d+\/payments/.test(path)),
    reports: reads.filter(({ path }) => path.includes('/system/reports/Invoices')),
  };
}
