/** An instant in steps of 100 ns since 1970 UTC: as fine as PowerOffice Go's seven-digit time stamps. */
export type Ticks = bigint;

const PER_MS = 10_000n;

/** The instant `epochMs`, and up to 9,999 steps of 100 ns after it. */
export function ticks(epochMs: number, beyond = 0): Ticks {
  return BigInt(Math.trunc(epochMs)) * PER_MS + BigInt(beyond);
}

/** The instant in milliseconds, cut off. */
export function toEpochMs(instant: Ticks): number {
  return Number(instant / PER_MS);
}

/** `2026-10-28T08:03:00.1234567+00:00`, as the vendor writes it. */
export function timestampText(instant: Ticks): string {
  const iso = new Date(toEpochMs(instant)).toISOString().slice(0, -1);
  return `${iso}${String(instant % PER_MS).padStart(4, '0')}+00:00`;
}

const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,7}))?(Z|[+-]\d\d:\d\d)$/;

/** Reads a time stamp with seconds, up to seven fractional digits and an offset; null if it is none. */
export function parseTimestamp(text: string): Ticks | null {
  const [, seconds, fraction = '', offset] = TIMESTAMP.exec(text) ?? [];
  const epochMs = Date.parse(`${seconds}${offset}`);
  return Number.isNaN(epochMs) ? null : ticks(epochMs) + BigInt(fraction.padEnd(7, '0'));
}
