import type { Row } from '../odata/shape';
import type { Ticks } from '../books/ticks';

/** What one tenant's Business Central stores, and what of it differs from tenant to tenant. */
export interface BusinessCentralState {
  readonly tenant: string;
  readonly domain: string;
  readonly environments: readonly EnvironmentRow[];
  /** Of the environment Production. The first holds Nord IT's books; tests take it away or rename it. */
  readonly companies: CompanyRow[];
  /** The rows of Nord IT AS as they stand. Tests may add what the story has not. */
  readonly books: CompanyBooks;
  /** The rows as they stood at a moment, for who reads from a replica. */
  readonly booksAt: (moment: Ticks) => CompanyBooks;
  /** Headers that somebody edited: invoice number to the moment. */
  readonly headerEdits: Map<string, Ticks>;
  readonly knobs: BusinessCentralKnobs;
  readonly traffic: { underWay: number; mostAtOnce: number; queued: number; refused: number };
}

interface EnvironmentRow {
  readonly name: string;
  readonly type: 'Production' | 'Sandbox';
  readonly countryCode: string;
}

export interface CompanyRow {
  readonly id: string;
  name: string;
  displayName: string;
}

/** Each list in the order of its key. */
export interface CompanyBooks {
  salesInvoices: Row[];
  salesCreditMemos: Row[];
  customerLedgerEntries: Row[];
  purchaseInvoices: Row[];
  vendorLedgerEntries: Row[];
}

export type EntitySet = keyof CompanyBooks;

/** Tests turn these while the sandbox runs. */
interface BusinessCentralKnobs {
  /** Whether this version has the analytics API; where it has not, its addresses are not found. */
  analytics: boolean;
  /** Set up by somebody in the reports' settings: entries posted before this day are left out without a word. */
  ledgerFrom: string | null;
  /** The same of vendor ledger entries, which have a setting of their own. */
  vendorLedgerFrom: string | null;
  /** Lists that the user may not read; `environments` among them. */
  readonly forbidden: Set<EntitySet | 'companies' | 'environments'>;
  /** How far the replica is behind that answers `Data-Access-Intent: ReadOnly`. */
  replicaLagMs: number;
  /** Requests that a user may send within five minutes. */
  requestsPerFiveMinutes: number;
}
