import type { HttpClient } from '@/utils/http/http-client';
import { createManageApi, type ManageApi } from '@/utils/manage/api';
import type { ManageCredentials } from '@/utils/manage/credentials';
import { apiBase, discoverCodebase } from '@/utils/manage/site';
import { Problem } from '@/utils/payments/problem';
import type { Settings } from '@/utils/storage/settings';

/** The Manage API as the settings say it is reached. @throws Problem */
export async function connectManage(
  http: HttpClient,
  manage: Settings['manage'],
  secret: (name: string) => Promise<string | null>,
  signal: AbortSignal,
): Promise<ManageApi> {
  if (manage === null) throw new Problem('notConnected', { missing: 'Manage' });
  const { site, companyId, signIn, clientId, publicKey } = manage;
  if (clientId === '') throw new Problem('manageClientIdMissing');
  const codebase = await discoverCodebase(http, site, companyId, signal);
  const credentials: ManageCredentials =
    signIn === 'session'
      ? { signIn, clientId }
      : { signIn, clientId, companyId, publicKey, privateKey: (await secret('manage.privateKey')) ?? '' };
  return createManageApi({ http, base: apiBase(site, codebase, signIn), credentials });
}
