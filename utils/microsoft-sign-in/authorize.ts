import {
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  customFetch,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  validateAuthResponse,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import { Problem } from '@/utils/payments/problem';
import { authorityOf, clientOf, SCOPE } from './authority';
import type { MicrosoftApp, SignInPorts } from './ports';
import { signInProblem } from './refusal';
import { tokenFetch } from './token-fetch';

/** By hand in a window, or without any, for which Microsoft must remember the user. */
export type Manner =
  { readonly interactive: true } | { readonly interactive: false; readonly accountHint: string };

/**
 * Goes through Microsoft's sign-in once: authorization code with PKCE; state and nonce tie the answer to this
 * question.
 * @throws Problem that says what is to be done
 */
export async function authorize(
  app: MicrosoftApp,
  manner: Manner,
  { http, webAuthFlow }: Pick<SignInPorts, 'http' | 'webAuthFlow'>,
  signal: AbortSignal,
): Promise<TokenEndpointResponse> {
  const [authority, client] = [authorityOf(app), clientOf(app)];
  const redirect = webAuthFlow.redirectUrl();
  const verifier = generateRandomCodeVerifier();
  const [state, nonce] = [generateRandomState(), generateRandomNonce()];
  const page = new URL(authority.authorization_endpoint);
  page.search = new URLSearchParams({
    client_id: app.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: redirect,
    scope: SCOPE,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(manner.interactive ? { prompt: 'select_account' } : { prompt: 'none' }),
    ...(!manner.interactive && manner.accountHint !== '' && { login_hint: manner.accountHint }),
  }).toString();

  const landed = await land(page.href);
  signal.throwIfAborted();
  try {
    const answer = validateAuthResponse(authority, client, landed, state);
    const options = { [customFetch]: tokenFetch(http), signal };
    const response = await authorizationCodeGrantRequest(
      authority,
      client,
      None(),
      answer,
      redirect,
      verifier,
      options,
    );
    const expected = { expectedNonce: nonce, requireIdToken: true };
    return await processAuthorizationCodeResponse(authority, client, response, expected);
  } catch (error) {
    signal.throwIfAborted();
    throw signInProblem(error, app, redirect);
  }

  async function land(address: string): Promise<URL> {
    try {
      return new URL(await webAuthFlow.launch(address, manner.interactive));
    } catch (cause) {
      signal.throwIfAborted();
      // The browser does not tell a closed window from an error page that Microsoft showed in it.
      throw manner.interactive
        ? new Problem('microsoftSignInClosed', { redirect }, { cause })
        : new Problem('microsoftSignInNeeded', {}, { cause });
    }
  }
}
