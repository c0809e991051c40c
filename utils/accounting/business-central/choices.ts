import type { BusinessCentralApi } from './api';
import { environments } from './environments';

/** An environment or company to choose from. */
export interface Choice {
  /** What to store. */
  readonly value: string;
  /** What to show. */
  readonly label: string;
}

/** The environments the user may choose from. @throws Problem */
export async function listEnvironments(
  api: Pick<BusinessCentralApi, 'whole'>,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  return (await environments(api, signal)).map(({ name, type }) => ({
    value: name,
    label: type === '' ? name : `${name} (${type})`,
  }));
}

/** The companies of the environment that is set. Their ids are stored, since names change. @throws Problem */
export async function listCompanies(
  api: Pick<BusinessCentralApi, 'companies'>,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  const companies = await api.companies(signal);
  return companies.map(({ id, name, displayName }) => ({ value: id, label: displayName || name }));
}
