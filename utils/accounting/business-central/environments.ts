import { z } from 'zod/mini';
import { Problem } from '@/utils/payments/problem';
import { ENVIRONMENTS } from './addresses';
import type { BusinessCentralApi } from './api';
import { text } from './schemas';

const environmentSchema = z.object({
  name: z.string().check(z.minLength(1)),
  type: text,
});

export type Environment = z.infer<typeof environmentSchema>;

/** Every environment that whoever signed in may see. @throws Problem */
export async function environments(
  { whole }: Pick<BusinessCentralApi, 'whole'>,
  signal: AbortSignal,
): Promise<readonly Environment[]> {
  return (await whole(ENVIRONMENTS, environmentSchema, 'environments', signal)).rows;
}

/** The name of the environment that is set, as Business Central writes it. @throws Problem */
export async function environmentName(
  api: Pick<BusinessCentralApi, 'whole' | 'environment'>,
  signal: AbortSignal,
): Promise<string> {
  const { environment } = api;
  if (environment === '') throw new Problem('businessCentralNotChosen');
  const all = await environments(api, signal);
  const found = all.find(({ name }) => name.toLowerCase() === environment.toLowerCase());
  if (found === undefined) throw new Problem('businessCentralEnvironmentUnknown', { environment });
  return found.name;
}
