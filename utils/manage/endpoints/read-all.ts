import { z } from 'zod/mini';
import { readShape } from '@/utils/http/json';
import type { ManageConnection } from '../connection';
import { numberedPages } from '../paging';

/** Every row of a list that is short by nature. @throws Problem */
export async function readAll<T>(
  connection: ManageConnection,
  schema: z.ZodMiniType<T>,
  path: string,
  signal: AbortSignal,
): Promise<T[]> {
  const rows: T[] = [];
  const pages = numberedPages((query, headers) => connection.send({ path, query, headers }, signal));
  for await (const page of pages) rows.push(...readShape(z.array(schema), page, `Manage ${path}`));
  return rows;
}
