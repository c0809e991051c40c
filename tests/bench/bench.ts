export type Unit =
  'MB' | 'kB' | 'ms' | 's' | 'requests' | 'invoices' | 'writes' | 'per second' | 'times' | '%' | '';

/** One number that a bench finds. */
export interface Figure {
  readonly what: string;
  /** Under which heading it stands beside others of its kind, such as a size or a way of doing it; '' for none. */
  readonly by?: string;
  /** The median where it was measured several times. */
  readonly value: number;
  readonly unit: Unit;
  /** The lowest and the highest of several measurements. */
  readonly spread?: readonly [low: number, high: number];
  /** What it must stay below, where something was promised. */
  readonly limit?: number;
  /** What it must reach, where something was promised. */
  readonly least?: number;
}

/** How a figure grows, to be drawn: those named `what`, whose `by` are numbers. */
export interface Curve {
  readonly what: string;
  /** What grows. */
  readonly along: string;
}

/** A measurement, made in a process of its own, or in one for each of its parts. */
export interface Bench {
  readonly about: string;
  /** What a reader must know to read the figures. */
  readonly how: string;
  /** What Node must be started with for it. */
  readonly flags: readonly string[];
  readonly curves?: readonly Curve[];
  /** Whether it measures the production build. */
  readonly needsBuild?: boolean;
  /** Parts that are measured side by side, in a process each: where no figure depends on how busy the machine is. */
  readonly parts?: readonly string[];
  /** @param part one of the parts; '' where there are none */
  run(part: string): Promise<readonly Figure[]>;
}
