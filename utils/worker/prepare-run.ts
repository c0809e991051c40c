import type { LimitFunction } from 'p-limit';
import { hostsOf } from '@/utils/accounting/registry';
import { requireNoOtherIntegration } from '@/utils/manage/payment-sync-guard';
import { whyLocked } from '@/utils/payments/closed-invoices';
import { Problem } from '@/utils/payments/problem';
import type { Reason } from '@/utils/payments/reason';
import { booksOf } from '@/utils/storage/books-of';
import { createClosedInvoices } from '@/utils/storage/closed-invoices';
import { isOfBooks, scopeOf, type Scope } from '@/utils/storage/database';
import type { ReadBy } from '@/utils/storage/read-by';
import { createJournal } from '@/utils/storage/journal';
import { lineOf } from '@/utils/storage/lines';
import type { ManagePort } from '@/utils/sync/manage-port';
import type { PreparedRun } from '@/utils/sync/run-controller';
import type { RunTask } from '@/utils/sync/run-task';
import { createTimeLeft } from '@/utils/sync/time-left';
import type { ManageSession } from '@/utils/services/manage-session';
import { otherConnections } from './other-connections';
import { requireAccess } from '@/utils/services/require-access';
import type { Services } from '@/utils/services/services';
import type { WorkerPlatform } from './worker-platform';
import { openLine } from './open-line';

export interface PrepareOptions {
  readonly services: Services;
  readonly platform: WorkerPlatform;
  readonly openSession: (signal: AbortSignal) => Promise<ManageSession>;
  readonly runId: string;
  readonly connectionId: string;
  readonly scope: Scope;
  readonly task: RunTask;
  /** Lets a write to Manage wait while too many are under way. */
  readonly limitWrites?: LimitFunction;
  /** How often the run was taken up again. */
  readonly resumed: number;
  /** By what it reads and writes, as it was when it began. */
  readonly readBy?: ReadBy;
}

/**
 * Builds what a run needs out of the settings as they are now.
 * @throws Problem that tells what is missing, or `otherMember` or `otherBooks` when the run belongs to somebody else
 * or to books that the connection reads no longer
 */
export async function prepareRun(options: PrepareOptions, signal: AbortSignal): Promise<PreparedRun> {
  const { services, platform, openSession, connectionId, scope, task, limitWrites } = options;
  const { database, settings } = services;
  const { connections } = await settings.read();
  const line = lineOf(connections, connectionId);
  if (line === undefined) throw new Problem('accountingNotConnected');
  const { connection, ledger } = line;
  await requireAccess(platform, hostsOf(connection));
  const session = await openSession(signal);
  const { site, companyId, writeBack } = session.settings;
  const books = booksOf(connection, ledger);
  if (scopeOf(site, companyId, session.member, books) !== scope)
    throw new Problem(isOfBooks(scope, books) ? 'otherMember' : 'otherBooks');
  const { source, manage } = await openLine(line, { services, platform, session });
  // Nobody carries what stands in a custom field to the books.
  const mustBeAlone =
    ledger === 'receivable' && writeBack.strategy === 'payment-record' && !writeBack.besideOtherIntegration;
  const notes: readonly Reason[] = mustBeAlone ? await requireNoOtherIntegration(session.api, signal) : [];
  const tried = createClosedInvoices(database, session.settings);
  const locked = writeBack.strategy === 'custom-fields' ? whyLocked(await tried.read()) : null;
  const journal = createJournal(database, { ...options, now: platform.now });
  const because = task.kind === 'changes' && task.because !== undefined ? [task.because] : [];
  const { name, paid } = connection;
  const around = await otherConnections({ services, platform, session, own: line, all: connections });
  return {
    source,
    manage: limitWrites === undefined ? manage : withLimit(manage, limitWrites),
    journal,
    rules: { name, paid, others: around.others },
    task,
    timeLeft: createTimeLeft(services.pace, platform.monotonicNow),
    notes: [...because, ...notes, ...(locked ? [locked] : []), ...around.notes],
  };
}

function withLimit(manage: ManagePort, limitWrites: LimitFunction): ManagePort {
  const { writeBack } = manage;
  return {
    ...manage,
    writeBack: { ...writeBack, write: (...what) => limitWrites(() => writeBack.write(...what)) },
  };
}
