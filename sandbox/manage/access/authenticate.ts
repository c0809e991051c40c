import type { MiddlewareHandler } from 'hono';
import type { World } from '../../world';
import { API_HOST, API_MEMBER, CODEBASE, MANAGE_KEYS } from '../keys';
import { knob } from '../knobs';
import { noSuchEndpoint, notAuthenticated, sslRequired, unauthorized } from '../refusal';
import { LOGIN_PAGE } from './login-page';
import type { MemberEnv } from './member-env';
import { signedInMember } from './session';

/**
 * Signs in with an API member's keys, on the API's own host. Every call names its client.
 * Source: ConnectWise Developer Guide, "API keys".
 */
export const withKeys: MiddlewareHandler<MemberEnv> = async (c, next) => {
  const { companyId, publicKey, privateKey, clientId } = MANAGE_KEYS;
  const right =
    c.req.header('authorization') === `Basic ${btoa(`${companyId}+${publicKey}:${privateKey}`)}` &&
    c.req.header('clientid') === clientId;
  // On the cloud, wrong keys under the alias look like a missing endpoint.
  const isAlias = new URL(c.req.url).hostname === API_HOST && !c.req.path.startsWith(`/${CODEBASE}`);
  if (!right && isAlias) throw noSuchEndpoint();
  if (!c.req.header('clientid')) throw notAuthenticated();
  if (!right) throw unauthorized('The credentials were not accepted.');
  c.set('member', API_MEMBER);
  return next();
};

/** On a server of the firm's own, which has no other host for keys. */
export function withSessionOrKeys(world: World): MiddlewareHandler<MemberEnv> {
  const session = withSession(world);
  return (c, next) => (c.req.header('authorization') ? withKeys(c, next) : session(c, next));
}

/** Signs in with the cookies of the web client. Whoever has none is shown the login page, with status 200. */
export function withSession(world: World): MiddlewareHandler<MemberEnv> {
  return async (c, next) => {
    if (c.req.header('authorization')) throw sslRequired();
    const member = signedInMember(c.req.raw, world);
    if (member === undefined) return c.html(LOGIN_PAGE);
    if (c.req.method !== 'GET' && !knob(world, 'sessionMayWrite')) {
      throw unauthorized('This session may not be used to change anything.');
    }
    c.set('member', member);
    return next();
  };
}
