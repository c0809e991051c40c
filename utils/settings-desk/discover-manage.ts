import { readCookieText, type ReadMemberCookie } from '@/utils/manage/member';
import { isCloudSite } from '@/utils/manage/cloud-sites';
import { discoverCompany } from '@/utils/manage/site';
import { reasonOf } from '@/utils/payments/problem';
import { patternOf } from '@/utils/services/require-access';
import type { Services } from '@/utils/services/services';
import type { FoundManage } from './answers';
import type { DeskPlatform } from './settings-desk';

/** Every page of Manage's web client has this name. */
const CLIENT_PAGE = /\/connectwise\.aspx$/i;

/** So many sites are looked at, however many tabs are open. */
const MAX_SITES = 5;

/**
 * Finds the Manage sites that are open in this browser, and what they tell of company and signed-in member: from the
 * address, two cookies and what any site tells of a company. Nothing is changed.
 * @param site one more site to look at, whether it is open or not; only where the browser lets it be reached
 */
export async function discoverManage(
  { http }: Pick<Services, 'http'>,
  platform: Pick<DeskPlatform, 'tabAddresses' | 'cookie' | 'mayReach'>,
  site: string | undefined,
  signal: AbortSignal,
): Promise<readonly FoundManage[]> {
  const open = (await platform.tabAddresses()).map((address) => new URL(address)).filter(isManage);
  const sites = [...new Set([...(site === undefined ? [] : [site]), ...open.map(({ host }) => host)])];
  return Promise.all(sites.slice(0, MAX_SITES).map(look));

  async function look(each: string): Promise<FoundManage> {
    const nothing = { site: each, companyId: '', companyName: '', member: '', version: '', problem: null };
    try {
      if (!(await platform.mayReach([patternOf(each)]))) return nothing;
      const read: ReadMemberCookie = (name) => platform.cookie(each, name);
      const companyId = await readCookieText(read, 'companyName');
      if (companyId === '') return nothing;
      const member = await readCookieText(read, 'memberId');
      const company = await discoverCompany(http, each, companyId, signal);
      const companyName = company.name || companyId;
      return { ...nothing, companyId, companyName, member, version: company.version };
    } catch (error) {
      return { ...nothing, problem: reasonOf(error) };
    }
  }
}

function isManage({ protocol, host, pathname }: URL): boolean {
  return protocol === 'https:' && (isCloudSite(host) || CLIENT_PAGE.test(pathname));
}
