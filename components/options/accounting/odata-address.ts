/**
 * The address of OData V4 web services in what somebody typed or pasted, such as the address of one of the services;
 * null if there is none. Which tenant of the server is meant stays.
 */
export function odataAddressFromText(text: string): string | null {
  const typed = text.trim();
  const url = parsed(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  // What signs in belongs in its own fields, where it is kept as a secret.
  if (url.username !== '' || url.password !== '') return null;
  const path = (/^.*?\/odatav4(?=\/|$)/i.exec(url.pathname)?.[0] ?? url.pathname).replace(/\/+$/, '');
  const tenant = url.searchParams.get('tenant');
  return `${url.origin}${path}${tenant === null ? '' : `?tenant=${encodeURIComponent(tenant)}`}`;
}

/** Whether an address, also one that is still being typed, leads to a server without encryption. */
export function isUnencrypted(address: string): boolean {
  return /^\s*http:/i.test(address);
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
