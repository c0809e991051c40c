import type { Bench, Figure } from '../bench';

/** A bench with what it found, or why it found nothing. */
export interface Measured {
  readonly name: string;
  readonly bench: Pick<Bench, 'about' | 'how' | 'curves'>;
  readonly figures: readonly Figure[];
  /** How long it took, in seconds. */
  readonly tookSeconds: number;
}

/** Whether a figure is what was promised, where anything was. */
export function isKept({ value, limit, least }: Pick<Figure, 'value' | 'limit' | 'least'>): boolean {
  return (limit === undefined || value < limit) && (least === undefined || value >= least);
}
