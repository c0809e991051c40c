import { hostsOf } from '@/utils/accounting/registry';
import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { Problem } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import { booksOf } from '@/utils/storage/books-of';
import { scopeOf } from '@/utils/storage/database';
import { linesOf, type Line } from '@/utils/storage/lines';
import type { Connection } from '@/utils/storage/settings';
import { otherBooks, type OtherBooks } from '@/utils/sync/other-books';
import type { ManageSession } from '@/utils/services/manage-session';
import { missingConnectionKeys } from './missing-keys';
import { requireAccess } from '@/utils/services/require-access';
import type { Services } from '@/utils/services/services';
import type { WorkerPlatform } from './worker-platform';
import { openLine } from './open-line';

export interface OtherConnectionsOptions {
  readonly services: Services;
  readonly platform: WorkerPlatform;
  readonly session: ManageSession;
  /** The line whose run it is. */
  readonly own: Line;
  readonly all: readonly Connection[];
}

/**
 * The books of all other connections that write to the same records of Manage, to be asked whether they carry one too. One that is not set up and never
 * ran has written nothing to Manage, so it is left out with a word about it; one that did run must answer.
 */
export async function otherConnections(options: OtherConnectionsOptions): Promise<{
  readonly others: readonly OtherBooks[];
  readonly notes: readonly Reason[];
}> {
  const { services, platform, session, own, all } = options;
  const others: OtherBooks[] = [];
  const notes: Reason[] = [];
  const lines = linesOf(all).filter(({ id, ledger }) => ledger === own.ledger && id !== own.id);
  for (const line of lines) {
    const { connection } = line;
    const missing = await missingFor(connection);
    if (missing !== null && !(await hasRun(line))) {
      notes.push(reason('otherBooksNotAsked', { name: connection.name }));
    } else others.push(booksFrom(line, missing));
  }
  return { others, notes };

  async function missingFor(connection: Connection): Promise<Reason | null> {
    try {
      await requireAccess(platform, hostsOf(connection));
    } catch (error) {
      if (error instanceof Problem) return error.reason;
      throw error;
    }
    return missingConnectionKeys(connection, services);
  }

  async function hasRun({ connection, ledger }: Line): Promise<boolean> {
    const { site, companyId } = session.settings;
    const scope = scopeOf(site, companyId, session.member, booksOf(connection, ledger));
    const runs = await services.database.getAllFromIndex('runs', 'startedAt');
    return runs.some((run) => run.scope === scope && run.mode === 'sync');
  }

  function booksFrom(line: Line, missing: Reason | null): OtherBooks {
    const { name } = line.connection;
    let opened: Promise<OtherBooks> | undefined;
    const open = async (): Promise<OtherBooks> => {
      if (missing !== null) throw new Problem(missing.code, missing.params);
      const { source } = await openLine(line, { services, platform, session });
      // Orders go by their own numbers, whichever the books.
      const rule = own.ledger === 'payable' ? SAME_NUMBER : own.connection.matching;
      return otherBooks(name, source, rule);
    };
    return {
      name,
      // Opened when it is asked first: most runs write nothing.
      carrying: async (numbers, signal) => (await (opened ??= open())).carrying(numbers, signal),
    };
  }
}
