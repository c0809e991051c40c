import type { ChangeQuery } from '@/utils/accounting/source';
import { createSource, hostsOf } from '@/utils/accounting/registry';
import { requireNoOtherIntegration } from '@/utils/manage/payment-sync-guard';
import { dayIn } from '@/utils/payments/iso-date';
import { Problem } from '@/utils/payments/problem';
import { startDay, type StartDate } from '@/utils/payments/start-date';
import { scopeOf, type Scope } from '@/utils/storage/database';
import { createJournal } from '@/utils/storage/journal';
import type { RunRequest } from '@/utils/sync/run-controller';
import type { RunInput } from '@/utils/sync/run';
import type { ManageSession } from './manage-session';
import type { Services, WorkerPlatform } from './services';

export interface PrepareOptions {
  readonly services: Services;
  readonly platform: WorkerPlatform;
  readonly openSession: (signal: AbortSignal) => Promise<ManageSession>;
  /** Which invoices: those changed since a start date, or given ones. */
  readonly what: StartDate | { readonly numbers: readonly string[] };
}

/** Builds what a run needs out of the settings. @throws Problem that tells what is missing */
export function prepareRun({ services, platform, openSession, what }: PrepareOptions): RunRequest['prepare'] {
  return async (runId, signal) => {
    const { http, database, vault, settings } = services;
    const [connection] = (await settings.read()).connections;
    if (connection === undefined) throw new Problem('accountingNotConnected');
    for (const pattern of hostsOf(connection)) {
      if (await platform.mayReach([pattern])) continue;
      throw new Problem('hostPermissionMissing', { host: new URL(pattern.replace('/*', '/')).host });
    }
    const source = await createSource(connection, {
      http,
      secret: (name) => vault.get(name),
      monotonicNow: platform.monotonicNow,
      now: platform.now,
    });
    const session = await openSession(signal);
    const { strategy, besideOtherIntegration } = session.settings.writeBack;
    const mustBeAlone = strategy === 'payment-record' && !besideOtherIntegration;
    const notes = mustBeAlone ? await requireNoOtherIntegration(session.api, signal) : [];
    const scope = scopeFor(session, connection.id);
    const journal = createJournal(database, scope, runId, platform.now);
    const manage = { findInvoices: session.api.findInvoices, writeBack: session.writeBack };
    return { source, manage, journal, notes, query: await queryOf(scope) };
  };

  async function queryOf(scope: Scope): Promise<RunInput['query']> {
    if ('numbers' in what) return { from: 'numbers', numbers: what.numbers };
    const timeZone = platform.timeZone();
    const day = startDay(what, dayIn(timeZone, platform.now()));
    const last = await services.database.get('lastRuns', scope);
    if (day !== null) {
      const stored = last === undefined ? {} : { stored: last.watermark };
      return { from: 'day', day, timeZone, ...stored } satisfies ChangeQuery;
    }
    if (last === undefined) throw new Problem('noLastRun');
    return { from: 'watermark', watermark: last.watermark } satisfies ChangeQuery;
  }
}

export function scopeFor({ settings, member }: ManageSession, connectionId: string): Scope {
  return scopeOf(settings.site, settings.companyId, member, connectionId);
}
