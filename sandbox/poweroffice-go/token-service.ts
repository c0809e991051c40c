import type { Keys } from './keys';

const LIFETIME_S = 1200;

/** Signs integrations in to a company by client credentials, and knows for whom it gave out which token. */
export function createTokenService<Client extends { readonly keys: Keys }>(
  clients: readonly Client[],
  name: string,
  now: () => number,
) {
  const given = new Map<string, { readonly client: Client; readonly expiresAt: number }>();

  return {
    async answer(request: Request): Promise<Response> {
      const [mediaType = ''] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
      if (mediaType.trim() !== 'application/x-www-form-urlencoded') {
        return refusal('invalid_request', 'The content type must be application/x-www-form-urlencoded.');
      }
      const grants = new URLSearchParams(await request.text()).getAll('grant_type');
      if (grants.length !== 1 || grants[0] !== 'client_credentials') {
        return refusal('unsupported_grant_type', 'Only the client credentials grant is supported.');
      }
      const key = request.headers.get('ocp-apim-subscription-key') ?? subscriptionKeyOf(request);
      const client = clients.find(
        ({ keys }) =>
          key === keys.subscriptionKey &&
          request.headers.get('authorization') ===
            `Basic ${btoa(`${keys.applicationKey}:${keys.clientKey}`)}`,
      );
      if (client === undefined) {
        return refusal(
          'invalid_client',
          'Client integration not found. Please ensure the provided keys are matching the desired environment.',
        );
      }
      const token = `${name}-token-${given.size + 1}`;
      given.set(token, { client, expiresAt: now() + LIFETIME_S * 1000 });
      return Response.json({ access_token: token, token_type: 'bearer', expires_in: LIFETIME_S });
    },

    /** Whom a token was given out for; undefined for one that is not from here or has expired. */
    clientOf(token: string): Client | undefined {
      const known = given.get(token);
      return known !== undefined && now() < known.expiresAt ? known.client : undefined;
    },
  };
}

/** The token service, and it alone, also takes the subscription key as a query parameter. */
export function subscriptionKeyOf(request: Request): string | null {
  return new URL(request.url).searchParams.get('subscription-key');
}

function refusal(error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status: 400 });
}
