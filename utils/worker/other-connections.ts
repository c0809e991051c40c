import { createSource, hostsOf } from '@/utils/accounting/registry';
import { Problem } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import { booksOf } from '@/utils/storage/books-of';
import { scopeOf } from '@/utils/storage/database';
import type { Connection } from '@/utils/storage/settings';
import { matchedSource } from '@/utils/sync/matched-source';
import { otherBooks, type OtherBooks } from '@/utils/sync/other-books';
import type { ManageSession } from '@/utils/services/manage-session';
import { missingConnectionKeys } from './missing-keys';
import { requireAccess } from '@/utils/services/require-access';
import type { Services } from '@/utils/services/services';
import type { WorkerPlatform } from './worker-platform';
import { sourceContext } from '@/utils/services/source-context';

export interface OtherConnectionsOptions {
  readonly services: Services;
  readonly platform: WorkerPlatform;
  readonly session: ManageSession;
  /** The connection whose run it is. */
  readonly own: Connection;
  readonly all: readonly Connection[];
}

/**
 * The books of all other connections, to be asked whether they carry an invoice too. One that is not set up and never
 * ran has written nothing to Manage, so it is left out with a word about it; one that did run must answer.
 */
export async function otherConnections(options: OtherConnectionsOptions): Promise<{
  readonly others: readonly OtherBooks[];
  readonly notes: readonly Reason[];
}> {
  const { services, platform, session, own, all } = options;
  const others: OtherBooks[] = [];
  const notes: Reason[] = [];
  for (const connection of all.filter(({ id }) => id !== own.id)) {
    const missing = await missingFor(connection);
    if (missing !== null && !(await hasRun(connection))) {
      notes.push(reason('otherBooksNotAsked', { name: connection.name }));
    } else others.push(booksFrom(connection, missing));
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

  async function hasRun(connection: Connection): Promise<boolean> {
    const { site, companyId } = session.settings;
    const scope = scopeOf(site, companyId, session.member, booksOf(connection));
    const runs = await services.database.getAllFromIndex('runs', 'startedAt');
    return runs.some((run) => run.scope === scope && run.mode === 'sync');
  }

  function booksFrom(connection: Connection, missing: Reason | null): OtherBooks {
    let opened: Promise<OtherBooks> | undefined;
    const open = async (): Promise<OtherBooks> => {
      if (missing !== null) throw new Problem(missing.code, missing.params);
      const source = await createSource(connection, 'receivable', sourceContext(services, platform));
      return otherBooks(connection.name, matchedSource(source, connection.matching), own.matching);
    };
    return {
      name: connection.name,
      // Opened when it is asked first: most runs write nothing.
      carrying: async (numbers, signal) => (await (opened ??= open())).carrying(numbers, signal),
    };
  }
}
