import type { World } from '../world';
import { authorize, signIn } from './authorize';
import { LoginRefusal } from './refusal';
import { token } from './token';

/** Microsoft's sign-in service, as far as one app of one tenant needs it. */
export function microsoftLogin(world: World): { fetch(request: Request): Promise<Response> } {
  return {
    async fetch(request) {
      const state = world.microsoftLogin;
      if (state === undefined) return new Response(null, { status: 503 });
      const now = world.now();
      const [, tenant = '', ...rest] = decodeURIComponent(new URL(request.url).pathname).split('/');
      const asked = `${request.method} ${rest.join('/')}`;
      try {
        if (asked === 'GET oauth2/v2.0/authorize') return authorize(state, tenant, request, now);
        if (asked === 'POST login') return await signIn(state, tenant, request, now);
        if (asked === 'POST oauth2/v2.0/token') return await token(state, tenant, request, now);
      } catch (error) {
        if (error instanceof LoginRefusal) return error.toPage(now);
        throw error;
      }
      return new Response('Not found', { status: 404 });
    },
  };
}
