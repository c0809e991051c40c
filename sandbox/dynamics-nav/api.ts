import { listAnswer } from '../odata/list-answer';
import { badRequest, languageOf, notFound, ODataRefusal } from '../odata/refusal';
import type { World } from '../world';
import { DYNAMICS_NAV } from './keys';
import { metadataOf } from './metadata';
import { optionNameIn } from './option-names';
import { FLOW_FIELDS, shapeOf } from './shapes';
import type { DynamicsNavState } from './state';

const LONGEST_ADDRESS = 4_000;
const ROOT = new URL(DYNAMICS_NAV.baseUrl).pathname;

/** A server of NAV 2018 with its pages published over ODataV4. It sends no CORS headers and can be read alone. */
export function dynamicsNavApi(world: World): { fetch(request: Request): Response } {
  return {
    fetch(request) {
      const state = world.dynamicsNav;
      if (state === undefined) return new Response(null, { status: 503 });
      const path = decodeURIComponent(new URL(request.url).pathname);
      // What is not there is no secret: the listener answers before anybody is asked for a name.
      if (!state.knobs.odataV4 || !`${path}/`.startsWith(`${ROOT}/`)) return nothingHere();
      const refused = signIn(state, request);
      if (refused !== null) return refused;
      try {
        return limited(state, answer(state, path.slice(ROOT.length + 1), request));
      } catch (error) {
        if (error instanceof ODataRefusal) return error.toResponse(languageOf(request));
        throw error;
      }
    },
  };
}

function nothingHere(): Response {
  const page =
    '<!DOCTYPE HTML><HTML><HEAD><TITLE>Not Found</TITLE></HEAD><BODY><h2>Not Found</h2></BODY></HTML>';
  return new Response(page, { status: 404, headers: { 'Content-Type': 'text/html; charset=us-ascii' } });
}

/** A server of the Windows kind does not look at a name and key at all. */
function signIn({ knobs }: DynamicsNavState, request: Request): Response | null {
  const headers = new Headers();
  if (knobs.credentialType === 'Windows') {
    headers.append('WWW-Authenticate', 'Negotiate');
    headers.append('WWW-Authenticate', 'NTLM');
    return new Response(null, { status: 401, headers });
  }
  const { user, webServiceKey, password } = DYNAMICS_NAV;
  const given = request.headers.get('authorization');
  if ([webServiceKey, password].some((secret) => given === `Basic ${btoa(`${user}:${secret}`)}`)) return null;
  headers.append('WWW-Authenticate', 'Basic realm=""');
  return new Response(null, { status: 401, headers });
}

function answer(state: DynamicsNavState, path: string, request: Request): Response {
  const url = new URL(request.url);
  if (request.url.length > LONGEST_ADDRESS) {
    throw badRequest('The request URL is too long.', 'URL-adressen er for lang.');
  }
  if (request.method !== 'GET') {
    throw new ODataRefusal(405, 'BadRequest_MethodNotAllowed', {
      en: `The method ${request.method} is not allowed.`,
      nb: `Metoden ${request.method} er ikke tillatt.`,
    });
  }
  if (path === '$metadata') {
    return new Response(metadataOf(state.services), { headers: { 'Content-Type': 'application/xml' } });
  }
  const context = `${url.origin}${ROOT}/$metadata`;
  if (path === '' || path === 'Company') {
    const names = path === '' ? ['Company', ...state.services.keys()] : [state.company];
    return Response.json({
      '@odata.context': context,
      value: names.map((name) => (path === '' ? { name, kind: 'EntitySet', url: name } : { Name: name })),
    });
  }

  const [, quoted, service = ''] = /^Company\('((?:[^']|'')*)'\)\/([^/]+)$/.exec(path) ?? [];
  if (quoted === undefined) throw notFound(path.split('/')[0] ?? '');
  const company = quoted.replaceAll("''", "'");
  if (company !== state.company) {
    throw new ODataRefusal(404, 'Internal_CompanyNotFound', {
      en: `Cannot find company "${company}".`,
      nb: `Finner ikke selskapet "${company}".`,
    });
  }
  const page = state.services.get(service);
  if (page === undefined) throw notFound(service);
  if (state.knobs.forbidden.has(page)) {
    throw new ODataRefusal(403, 'Unknown', {
      en: `You do not have the following permissions on Page ${page}: Execute.`,
      nb: `Du har ikke følgende tillatelser for Page ${page}: Utføre.`,
    });
  }
  const asked = `${url.searchParams.get('$filter') ?? ''} ${url.searchParams.get('$orderby') ?? ''}`;
  if (FLOW_FIELDS.some((name) => new RegExp(`\\b${name}\\b`).test(asked))) state.traffic.slow += 1;
  return listAnswer({
    shape: shapeOf(page, service),
    rows: state.pages[page],
    request,
    context: `${context}#Company('${quoted}')/${service}`,
    serverPageSize: state.knobs.maxPageSize,
    heedsPrefer: false,
    optionName: optionNameIn(languageOf(request)),
  });
}

/** No answer is larger than the server's message size: a page of all columns easily is. */
function limited({ knobs }: DynamicsNavState, response: Response): Response {
  const size = Number(response.headers.get('content-length') ?? 0);
  if (size <= knobs.maxMessageSize) return response;
  throw new ODataRefusal(413, 'Request_TooLarge', {
    en: `The response is larger than the Max Message Size of ${knobs.maxMessageSize} bytes.`,
    nb: `Svaret er større enn Max Message Size på ${knobs.maxMessageSize} byte.`,
  });
}
