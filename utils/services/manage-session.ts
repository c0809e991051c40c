import { createManageApi, type ManageApi } from '@/utils/manage/api';
import type { ManageCredentials } from '@/utils/manage/credentials';
import { createWriteBack } from '@/utils/manage/create-write-back';
import { createCustomFieldsWriteBack } from '@/utils/manage/custom-fields-write-back';
import { readMember, requireOwnCompany } from '@/utils/manage/member';
import { apiBase, discoverCompany } from '@/utils/manage/site';
import type { WriteBack } from '@/utils/manage/write-back';
import { Problem } from '@/utils/payments/problem';
import type { ManageSettings } from '@/utils/storage/settings';
import { patternOf, requireAccess } from './require-access';
import type { Services, Platform } from './services';

/** Manage as it is reached by the settings as they are now. */
export interface ManageSession {
  readonly settings: ManageSettings;
  /** Who is signed in: the member, or the public key of the API member. */
  readonly member: string;
  readonly api: ManageApi;
  readonly writeBack: WriteBack;
  /** The same for purchase orders. */
  readonly orderWriteBack: WriteBack;
}

/**
 * Opens Manage: finds its code base and who is signed in.
 * @throws Problem that tells what is missing: settings, permission, a signed-in session
 */
export async function openManage(
  { http, vault, settings }: Services,
  platform: Pick<Platform, 'cookie' | 'mayReach'>,
  signal: AbortSignal,
): Promise<ManageSession> {
  const { manage } = await settings.read();
  if (manage === null) throw new Problem('manageNotConnected');
  const { site, companyId, signIn, clientId, publicKey, homeCurrency } = manage;
  if (clientId === '') throw new Problem('manageClientIdMissing');
  await requireAccess(platform, [patternOf(site)]);
  const privateKey = signIn === 'api-keys' ? await vault.get('manage.privateKey') : null;
  if (signIn === 'api-keys' && (publicKey === '' || privateKey === null))
    throw new Problem('manageKeysMissing');
  const readCookie = (name: 'companyName' | 'memberId') => platform.cookie(site, name);
  const member = await readMember(manage, readCookie);
  const company = await discoverCompany(http, site, companyId, signal);
  await requireOwnCompany(manage, company, readCookie);
  const base = apiBase(site, company.codebase, signIn);
  await requireAccess(platform, [patternOf(new URL(base).host)]);
  const credentials: ManageCredentials =
    signIn === 'session'
      ? { signIn, clientId }
      : { signIn, clientId, companyId, publicKey, privateKey: privateKey ?? '' };
  const api = createManageApi({
    http,
    base,
    credentials,
    customFields: manage.writeBack.strategy === 'custom-fields',
    ...(homeCurrency === '' ? {} : { homeCurrency }),
  });
  return {
    settings: manage,
    member,
    api,
    writeBack: createWriteBack(api, manage.writeBack),
    orderWriteBack: createCustomFieldsWriteBack(
      api.purchaseOrders,
      manage.purchaseOrders,
      'orderFieldsRefused',
    ),
  };
}
