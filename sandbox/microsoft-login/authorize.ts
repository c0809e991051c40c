import { checkClient, checkTenant, redirectTypeOf } from './app-registration';
import { MICROSOFT_LOGIN } from './keys';
import { LoginRefusal } from './refusal';
import { signInPage } from './sign-in-page';
import { opaque, type MicrosoftLoginState } from './state';

const COOKIE = 'ESTSAUTHPERSISTENT';

/** GET …/authorize: on with a code, back with an error, or a page to sign in on. */
export function authorize(
  state: MicrosoftLoginState,
  tenant: string,
  request: Request,
  now: number,
): Response {
  const query = new URL(request.url).searchParams;
  const redirect = check(state, tenant, query);
  return backWithErrors(redirect, query, now, () => {
    checkQuestion(query);
    const silent = query.get('prompt') === 'none';
    const known = knows(state, request);
    const chooses = ['select_account', 'login', 'consent'].includes(query.get('prompt') ?? '');
    if (silent && !known) {
      throw new LoginRefusal(
        'login_required',
        50058,
        'A silent sign-in request was sent but no user is signed in.',
      );
    }
    if (silent && state.knobs.secondFactorDue) {
      throw new LoginRefusal(
        'interaction_required',
        50076,
        'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication.',
      );
    }
    if (!known || chooses) return signInPage(tenant, query, state.knobs.autoContinue);
    return onWithCode(state, redirect, query, now);
  });
}

/** POST …/login: the form of the sign-in page. */
export async function signIn(
  state: MicrosoftLoginState,
  tenant: string,
  request: Request,
  now: number,
): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  const query = new URLSearchParams(form.get('question') ?? '');
  const redirect = check(state, tenant, query);
  return backWithErrors(redirect, query, now, () => {
    checkQuestion(query);
    if (form.get('answer') === 'cancel') {
      throw new LoginRefusal('access_denied', 65004, 'User declined to consent to access the app.');
    }
    const session = opaque(state, 'session');
    state.sessions.add(session);
    const response = onWithCode(state, redirect, query, now);
    response.headers.append('Set-Cookie', `${COOKIE}=${session}; Path=/; Secure; HttpOnly; SameSite=None`);
    return response;
  });
}

/** What is wrong here is shown in the window: the redirect address is not to be trusted yet. */
function check(state: MicrosoftLoginState, tenant: string, query: URLSearchParams): string {
  checkTenant(tenant);
  checkClient(query.get('client_id') ?? '');
  const redirect = query.get('redirect_uri') ?? '';
  redirectTypeOf(state, redirect);
  return redirect;
}

function checkQuestion(query: URLSearchParams): void {
  const missing = ['response_type', 'scope'].find((name) => !query.get(name));
  if (missing !== undefined) {
    const words = `The request body must contain the following parameter: '${missing}'.`;
    throw new LoginRefusal('invalid_request', 900144, words);
  }
  if (query.get('response_type') !== 'code') {
    const words = "The 'response_type' is not enabled for the application.";
    throw new LoginRefusal('unsupported_response_type', 700054, words);
  }
  const mode = query.get('response_mode') ?? 'query';
  if (!['query', 'fragment'].includes(mode)) {
    throw new LoginRefusal(
      'invalid_request',
      70007,
      `'${mode}' is not a supported value of 'response_mode'.`,
    );
  }
  if (query.has('code_challenge') && query.get('code_challenge_method') !== 'S256') {
    throw new LoginRefusal('invalid_request', 501491, 'The code challenge method must be S256.');
  }
}

function onWithCode(
  state: MicrosoftLoginState,
  redirect: string,
  query: URLSearchParams,
  now: number,
): Response {
  if (!state.knobs.consent) {
    throw new LoginRefusal(
      'consent_required',
      65001,
      `The user or administrator has not consented to use the application with ID '${MICROSOFT_LOGIN.clientId}' named 'Payment Sync'.`,
    );
  }
  const code = opaque(state, '1.AX');
  state.codes.set(code, {
    redirect,
    redirectType: redirectTypeOf(state, redirect),
    scopes: (query.get('scope') ?? '').split(/\s+/),
    nonce: query.get('nonce') ?? '',
    challenge: query.get('code_challenge'),
    signedInAt: now,
    issuedAt: now,
  });
  return back(redirect, query, { code });
}

function backWithErrors(
  redirect: string,
  query: URLSearchParams,
  now: number,
  answer: () => Response,
): Response {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof LoginRefusal)) throw error;
    return back(redirect, query, { error: error.error, error_description: error.describe(now) });
  }
}

function back(redirect: string, query: URLSearchParams, params: Record<string, string>): Response {
  const state = query.get('state');
  const answer = new URLSearchParams({ ...params, ...(state !== null && { state }) }).toString();
  const mark = query.get('response_mode') === 'fragment' ? '#' : '?';
  return new Response(null, { status: 302, headers: { Location: `${redirect}${mark}${answer}` } });
}

function knows({ sessions }: MicrosoftLoginState, request: Request): boolean {
  const [, session = ''] =
    new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(request.headers.get('cookie') ?? '') ?? [];
  return sessions.has(session);
}
