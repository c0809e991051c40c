import { MICROSOFT_LOGIN } from './keys';
import { LoginRefusal } from './refusal';
import type { MicrosoftLoginState, RedirectType } from './state';

/** @throws LoginRefusal for a tenant there is not, and for authorities that are nobody's own */
export function checkTenant(tenant: string): void {
  const { clientId, tenant: own, domain } = MICROSOFT_LOGIN;
  if (['common', 'organizations', 'consumers'].includes(tenant)) {
    throw new LoginRefusal(
      'invalid_request',
      50194,
      `Application '${clientId}'(Payment Sync) is not configured as a multi-tenant application. Usage of the /${tenant} endpoint is not supported for such apps.`,
    );
  }
  if (tenant.toLowerCase() !== own && tenant.toLowerCase() !== domain) {
    throw new LoginRefusal(
      'invalid_request',
      90002,
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
    );
  }
}

export function checkClient(clientId: string): void {
  if (clientId.toLowerCase() !== MICROSOFT_LOGIN.clientId) {
    throw new LoginRefusal(
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory 'Nord IT AS'.`,
    );
  }
}

/** The address must be registered letter for letter, its last slash included. */
export function redirectTypeOf({ redirects }: MicrosoftLoginState, redirect: string): RedirectType {
  const type = redirects.get(redirect);
  if (type === undefined) {
    throw new LoginRefusal(
      'invalid_request',
      50011,
      `The redirect URI '${redirect}' specified in the request does not match the redirect URIs configured for the application '${MICROSOFT_LOGIN.clientId}'.`,
    );
  }
  return type;
}
