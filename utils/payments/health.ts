import { reason, type Reason } from './reason';
import { remedyOf, type Remedy } from './remedy';

/** How one connection stands, as far as it tells whether somebody has to do something. */
export interface Standing {
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Why it cannot be run. */
  readonly missing: Reason | null;
  /** Why a run that was due by itself could not begin. */
  readonly refused: Reason | null;
  /** Its newest run. */
  readonly run: {
    readonly mode: 'sync' | 'preview' | 'undo';
    readonly phase: 'running' | 'paused' | 'finished' | 'stopped' | 'failed';
    readonly failure: Reason | null;
  } | null;
  /** How many failed invoices are kept for the next run. */
  readonly parked: number;
}

/** What needs a person: one sentence, and the one press that helps. */
export interface Health {
  readonly reason: Reason;
  readonly remedy: Remedy;
  /** Whose trouble it is; null where it is everybody's. */
  readonly connection: Pick<Standing, 'id' | 'name'> | null;
}

interface Standings {
  /** Why no connection can be run at all. */
  readonly missing: Reason | null;
  readonly connections: readonly Standing[];
}

/**
 * Tells what needs a person most: first what keeps every run from beginning, then what ended one, then single
 * invoices that failed. Null when all is well, or when what is wrong passes by itself.
 */
export function health({ missing, connections }: Standings): Health | null {
  if (missing !== null) return troubleOf(missing, null);
  return (
    firstOf(connections, ({ missing: why }) => why) ??
    firstOf(connections, ({ refused }) => refused) ??
    firstOf(connections, ({ run }) => (run?.phase === 'failed' ? run.failure : null)) ??
    firstOf(connections, ({ run, parked }) =>
      parked > 0 && run?.phase !== 'running' ? reason('invoicesFailed', { count: String(parked) }) : null,
    )
  );
}

function firstOf(
  connections: readonly Standing[],
  whyOf: (connection: Standing) => Reason | null,
): Health | null {
  for (const connection of connections) {
    const why = whyOf(connection);
    if (why !== null) return troubleOf(why, connection);
  }
  return null;
}

function troubleOf(why: Reason, connection: Standing | null): Health {
  return {
    reason: why,
    remedy: remedyOf(why.code),
    connection: connection && { id: connection.id, name: connection.name },
  };
}
