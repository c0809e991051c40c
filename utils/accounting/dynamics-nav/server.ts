import { z } from 'zod/mini';
import type { HttpAnswer } from '@/utils/http/http-client';
import { PAGE_SIZE, type NavApi } from './api';
import { METADATA } from './refusal';
import { rootAddress } from './service-address';

type Server = Pick<NavApi, 'client' | 'baseUrl'>;

const COMPANIES = 'Company';
const companySchema = z.object({ Name: z.string() });

/** The names of the companies of the server. @throws Problem */
export async function companyNames(
  { client, baseUrl }: Server,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const address = rootAddress(baseUrl, COMPANIES);
  const names: string[] = [];
  const list = client.pages({ address, row: companySchema, what: COMPANIES, pageSize: PAGE_SIZE }, signal);
  for await (const { rows } of list) names.push(...rows.map(({ Name }) => Name));
  return names;
}

/** Describes every published page, in XML. @throws Problem */
export function metadata({ client, baseUrl }: Server, signal: AbortSignal): Promise<HttpAnswer> {
  return client.get(rootAddress(baseUrl, METADATA), METADATA, signal);
}
