import { isCloudSite } from './cloud-sites';

/**
 * The host of the REST API, with the site's port if it has one. With keys, Manage's cloud serves it on a host of its
 * own, named `api-` and the site; a firm's own server knows one name for pages and API.
 */
export function apiHost(site: string, signIn: 'session' | 'api-keys'): string {
  return signIn === 'api-keys' && isCloudSite(site) && !site.startsWith('api-') ? `api-${site}` : site;
}
