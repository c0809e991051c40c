import type { Bench } from './bench';
import { businessCentralMemory, dynamicsNavMemory } from './ledger-memory';

/** All there are, by name. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  'business-central-memory': businessCentralMemory,
  'dynamics-nav-memory': dynamicsNavMemory,
};
