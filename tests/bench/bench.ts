/** One number that a bench finds. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'MB' | 'ms' | 'requests' | 'invoices';
  /** What it must stay below, where something was promised. */
  readonly limit?: number;
}

/** A measurement, made in a process of its own. */
export interface Bench {
  readonly about: string;
  /** What Node must be started with for it. */
  readonly flags: readonly string[];
  run(): Promise<readonly Figure[]>;
}
