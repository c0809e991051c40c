/**
 * Manage's own cloud, as match patterns: where the extension is at work without being asked. Every other site is a
 * firm's own, and is added by hand. Source: ConnectWise Developer Guide, "Cloud URLs".
 */
export const CLOUD_MATCHES = ['https://*.myconnectwise.net/*', 'https://staging.connectwisedev.com/*'];

/** Whether a site, with a port or without, belongs to Manage's own cloud. */
export function isCloudSite(site: string): boolean {
  const host = site.replace(/:\d+$/, '');
  return CLOUD_MATCHES.some((match) => {
    const pattern = match.slice('https://'.length, -'/*'.length);
    return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
  });
}
