import { badRequest, languageOf, ODataRefusal } from '../odata/refusal';
import type { World } from '../world';
import { admits } from './access';
import { createGate } from './gate';
import { apiRoute, environmentsAnswer } from './routes';
import type { BusinessCentralState } from './state';

const LONGEST_ADDRESS = 4_000;

/** Business Central online: the list of environments, API v2.0 and the analytics API. It can be read and no more. */
export function businessCentralApi(world: World): { fetch(request: Request): Promise<Response> } {
  const gate = createGate();

  function answer(state: BusinessCentralState, request: Request): Response {
    if (request.url.length > LONGEST_ADDRESS) {
      throw badRequest(
        'The request URL is too long.',
        'URL-adressen er for lang.',
        'BadRequest_InvalidRequestUrl',
      );
    }
    if (!admits(world, state, request)) {
      throw new ODataRefusal(401, 'Authentication_InvalidCredentials', {
        en: 'The server has rejected the client credentials.',
        nb: 'Serveren avviste klientlegitimasjonen.',
      });
    }
    if (request.method !== 'GET') {
      throw new ODataRefusal(405, 'BadRequest_MethodNotAllowed', {
        en: `The method ${request.method} is not allowed.`,
        nb: `Metoden ${request.method} er ikke tillatt.`,
      });
    }
    const path = decodeURIComponent(new URL(request.url).pathname);
    if (path === '/environments/v1.2') return environmentsAnswer(state);
    return apiRoute(state, path, request, world.now());
  }

  return {
    async fetch(request) {
      const state = world.businessCentral;
      if (state === undefined) return new Response(null, { status: 503 });
      if (!gate.admits(state, world.now())) {
        const words = { en: 'Too many requests. Please try again later.', nb: 'For mange forespørsler. Prøv igjen senere.' }; // prettier-ignore
        return new ODataRefusal(429, 'Application_TooManyRequests', words).toResponse(languageOf(request));
      }
      return gate.inTurn(state, () => {
        try {
          return answer(state, request);
        } catch (error) {
          if (error instanceof ODataRefusal) return error.toResponse(languageOf(request));
          throw error;
        }
      });
    },
  };
}
