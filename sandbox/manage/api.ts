import type { Hono } from 'hono';
import type { World } from '../world';
import { withKeys } from './access/authenticate';
import type { MemberEnv } from './access/member-env';
import { createRequestLimit, REQUESTS_PER_MINUTE, type RequestLimit } from './access/request-limit';
import { CODEBASE, ON_PREMISES_CODEBASE } from './keys';
import { restApi } from './rest-api';

export { API_MEMBER, CODEBASE, MANAGE_KEYS, OWN_SITE, SESSION_MEMBER, SITE } from './keys';

/** Manage's API host, `api-na.myconnectwise.net`: it takes API keys. */
export function manageApi(world: World, limit: RequestLimit = defaultLimit()): Hono<MemberEnv> {
  return restApi(world, { authenticate: withKeys, codebases: [CODEBASE, ON_PREMISES_CODEBASE], limit });
}

const defaultLimit = (): RequestLimit => createRequestLimit(REQUESTS_PER_MINUTE, () => performance.now());
