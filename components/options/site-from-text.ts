const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/;

/** The host name in what somebody typed or pasted as the address of Manage; null if there is none. */
export function siteFromText(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '');
  return HOST.test(host) ? host : null;
}
