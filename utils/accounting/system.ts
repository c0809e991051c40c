import type { HttpClient } from '@/utils/http/http-client';
import type { MicrosoftTokens } from '@/utils/microsoft-sign-in/ports';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import type { Connection } from '@/utils/storage/settings';
import type { AccountingSource, CheckResult } from './source';

/**
 * What a source remembers of its books beside the watermark, whatever becomes of a run. Opaque to everyone else.
 * @throws Problem where this browser cannot keep it
 */
export interface SourceMemory {
  /** Null where nothing is remembered. */
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
}

/** What every accounting source is given of the world. */
export interface SourceWorld {
  readonly http: HttpClient;
  /** Epoch ms. */
  readonly now: () => number;
  /** Milliseconds by a clock that only goes forward. */
  readonly monotonicNow: () => number;
  /** The user's IANA time zone. */
  readonly timeZone: () => string;
  /** Access tokens for the systems that Microsoft hosts. */
  readonly microsoft: MicrosoftTokens;
  /** What was remembered of the connection's books. */
  readonly memory: SourceMemory;
}

/** An accounting system the product can read: what a connection to it needs, and how its source is made. */
export interface AccountingSystem<Id extends Connection['system'], Secret extends string> {
  readonly id: Id;
  /** Match patterns of the hosts a connection talks to, for which the browser must give permission. */
  hosts(connection: Extract<Connection, { system: Id }>): readonly string[];
  /** The secrets a connection needs, all of them. */
  readonly secretNames: readonly Secret[];
  /** Whether it keeps vendors' own numbers of bills in capitals, whatever was typed. */
  readonly capitals: boolean;
  /** @param ledger the one the source is to read */
  create(
    connection: Extract<Connection, { system: Id }>,
    ledger: Ledger,
    secrets: Readonly<Record<Secret, string>>,
    world: SourceWorld,
  ): AccountingSource;
}

/** Tests step by step whether one ledger of a connection can be read. Never throws for a refused request; throws the signal's reason. */
export type SystemCheck<Id extends Connection['system'], Secret extends string> = {
  // A method, so that the check of one system may stand for that of any.
  run(
    connection: Extract<Connection, { system: Id }>,
    ledger: Ledger,
    secrets: Readonly<Record<Secret, string>>,
    world: SourceWorld,
    signal: AbortSignal,
  ): Promise<readonly CheckResult[]>;
}['run'];
