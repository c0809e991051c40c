import type { GridAnswer, GridQuery } from '../grid-query.ts';

/** Asks the server for a page of a grid's records, over a line of the given latency in milliseconds. */
export async function requestRows(
  grid: string,
  query: GridQuery,
  latency: number,
  signal: AbortSignal,
): Promise<GridAnswer> {
  if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
  const answer = await fetch(`services/system_io/grid/${grid}.rails`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(query),
    signal,
  });
  if (!answer.headers.get('Content-Type')?.includes('json')) throw new Error('The session has ended');
  if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
  return (await answer.json()) as GridAnswer;
}
