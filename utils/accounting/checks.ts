import type { Ledger } from '@/utils/payments/accounting-invoice';
import type { Connection } from '@/utils/storage/settings';
import { BUSINESS_CENTRAL_CHECK } from './business-central/check';
import { DYNAMICS_NAV_CHECK } from './dynamics-nav/check';
import { POWEROFFICE_GO_CHECK } from './poweroffice-go/check';
import { openWorld, type SourceContext } from './registry';
import type { CheckResult } from './source';
import type { SystemCheck } from './system';

/**
 * How a connection to each accounting system is tested. Apart from the registry of sources, since syncs need none of it
 * and every start of the worker would load it.
 */
const CHECKS = {
  'poweroffice-go': POWEROFFICE_GO_CHECK,
  'business-central': BUSINESS_CENTRAL_CHECK,
  'dynamics-nav': DYNAMICS_NAV_CHECK,
} as const satisfies { [Id in Connection['system']]: SystemCheck<Id, string> };

type AnyCheck = SystemCheck<Connection['system'], string>;

/**
 * Tests a connection and explains what is missing. Never throws for a refused request.
 * @param ledger the one that is to be read: of that of vendors only what it needs beside the other is told
 * @throws Problem `accountingKeysMissing` when one of its secrets is not set; the signal's reason
 */
export async function checkSource(
  connection: Connection,
  ledger: Ledger,
  context: SourceContext,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const { secrets, world } = await openWorld(connection, context);
  const check: AnyCheck = CHECKS[connection.system];
  return check(connection, ledger, secrets, world, signal);
}
