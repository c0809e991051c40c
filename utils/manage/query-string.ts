/**
 * A query string in which nothing is left for a server to read in two ways: spaces as `%20`, and `'` and `*`
 * percent-encoded too, which the browser's own encoders leave alone and Manage's guide asks for.
 * Source: ConnectWise Developer Guide, "Conditions".
 * @throws URIError when a text is no well-formed unicode
 */
export function queryString(params: Readonly<Record<string, string>>): string {
  return Object.entries(params)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encoded(value)}`)
    .join('&');
}

/** A value as it stands in a query string. @throws URIError when it is no well-formed unicode */
export function encoded(value: string): string {
  return encodeURIComponent(value).replaceAll("'", '%27').replaceAll('*', '%2A');
}
