import { BUSINESS_CENTRAL_AUDIENCE } from '../microsoft-login/state';
import type { World } from '../world';
import type { BusinessCentralState } from './state';

/** Whether the request carries a token for this API and tenant that has not expired. There is no other way in. */
export function admits(world: World, { tenant }: BusinessCentralState, request: Request): boolean {
  const [, token = ''] = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  const access = world.microsoftLogin?.accessTokens.get(token);
  return (
    access !== undefined &&
    access.tenant === tenant &&
    access.audience === BUSINESS_CENTRAL_AUDIENCE &&
    world.now() < access.expiresAt
  );
}
