/** An instant as Manage sends it, to the second. */
export const wireInstant = (epochMs: number): string => `${new Date(epochMs).toISOString().slice(0, 19)}Z`;

/** A calendar day as Manage sends it: midnight UTC. */
export const wireDay = (day: string): string => `${day.slice(0, 10)}T00:00:00Z`;

/** The calendar day that a client sent; undefined unless it is midnight UTC of a day that exists. */
export function dayOnTheWire(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T00:00:00Z$/.test(value)) return undefined;
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && wireInstant(ms) === value ? value.slice(0, 10) : undefined;
}
