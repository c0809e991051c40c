import type { ManageSettings } from '@/utils/storage/settings';
import { Problem } from '@/utils/payments/problem';
import type { ManageCompany } from './site';

/**
 * Reads one of the two cookies of the Manage site that say who is signed in; null when it is not there. The one
 * that proves it, memberHash, is not among them: the browser alone sends it.
 */
export type ReadMemberCookie = (name: 'companyName' | 'memberId') => Promise<string | null>;

/**
 * The member on whose behalf Manage is read and written; last runs and journals are kept apart by it. With API
 * keys that is the public key.
 * @throws Problem `manageSignedOut` when nobody is signed in
 */
export async function readMember(
  { site, signIn, publicKey }: Pick<ManageSettings, 'site' | 'signIn' | 'publicKey'>,
  readCookie: ReadMemberCookie,
): Promise<string> {
  if (signIn === 'api-keys') return publicKey;
  const memberId = await readCookieText(readCookie, 'memberId');
  if (memberId === '' || (await readCookieText(readCookie, 'companyName')) === '') {
    throw new Problem('manageSignedOut', { host: site });
  }
  return memberId;
}

/**
 * Cloud hosts are shared by many companies, and a session belongs to whichever the user signed in to last. One of
 * another company than the settings name is refused, so that nothing is written to the wrong one. A session may
 * carry any of the names the site has for the company.
 * @throws Problem `manageOtherCompany`, `manageSignedOut`
 */
export async function requireOwnCompany(
  { site, companyId, signIn }: Pick<ManageSettings, 'site' | 'companyId' | 'signIn'>,
  { aliases }: Pick<ManageCompany, 'aliases'>,
  readCookie: ReadMemberCookie,
): Promise<void> {
  if (signIn === 'api-keys') return;
  const actual = await readCookieText(readCookie, 'companyName');
  if (actual === '') throw new Problem('manageSignedOut', { host: site });
  const known = [companyId, ...aliases].map((name) => name.trim().toLowerCase());
  if (!known.includes(actual.toLowerCase())) {
    throw new Problem('manageOtherCompany', { host: site, expected: companyId, actual: actual.slice(0, 60) });
  }
}

/** What a cookie says, '' where there is none. Values may be percent-encoded. */
export async function readCookieText(
  readCookie: ReadMemberCookie,
  name: 'companyName' | 'memberId',
): Promise<string> {
  const value = (await readCookie(name)) ?? '';
  try {
    return decodeURIComponent(value).trim();
  } catch {
    return value.trim();
  }
}
