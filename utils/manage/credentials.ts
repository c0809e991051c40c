/** How the product signs in to Manage: as the user's own signed-in session, or with an API member's keys. */
export type ManageCredentials =
  | { readonly signIn: 'session'; readonly clientId: string }
  | {
      readonly signIn: 'api-keys';
      readonly clientId: string;
      readonly companyId: string;
      readonly publicKey: string;
      readonly privateKey: string;
    };

/** The headers that identify the caller. Source: ConnectWise Developer Guide, "Authentication". */
export function credentialHeaders(credentials: ManageCredentials): Record<string, string> {
  const { clientId } = credentials;
  const headers: Record<string, string> = clientId === '' ? {} : { clientId };
  if (credentials.signIn === 'api-keys') {
    const { companyId, publicKey, privateKey } = credentials;
    headers.Authorization = `Basic ${base64(`${companyId}+${publicKey}:${privateKey}`)}`;
  }
  return headers;
}

/** Of the text's UTF-8 bytes: `btoa` alone fails on a company name with a letter outside Latin-1. */
function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
