import { ticks } from '../books/ticks';
import { countAnswer, listAnswer } from '../odata/list-answer';
import { badRequest, notFound, ODataRefusal } from '../odata/refusal';
import type { Row, Shape } from '../odata/shape';
import { BUSINESS_CENTRAL, BUSINESS_CENTRAL_HOST } from './keys';
import {
  COMPANY,
  CUSTOMER_LEDGER_ENTRY,
  PURCHASE_INVOICE,
  SALES_CREDIT_MEMO,
  SALES_INVOICE,
  VENDOR_LEDGER_ENTRY,
} from './shapes';
import type { BusinessCentralState, CompanyRow, EntitySet } from './state';

const SERVER_PAGE = 20_000;
const NO_ENVIRONMENT = `<error xmlns="http://docs.oasis-open.org/odata/ns/metadata">
    <code>NoEnvironment</code>
    <message>Environment does not exist.</message>
</error>`;

type Sets = Partial<Record<EntitySet, Shape>>;
const API_2: Sets = {
  salesInvoices: SALES_INVOICE,
  salesCreditMemos: SALES_CREDIT_MEMO,
  purchaseInvoices: PURCHASE_INVOICE,
};
const ANALYTICS: Sets = {
  customerLedgerEntries: CUSTOMER_LEDGER_ENTRY,
  vendorLedgerEntries: VENDOR_LEDGER_ENTRY,
};

/** GET /environments/v1.2: those of the tenant the token is of. */
export function environmentsAnswer({ environments, tenant, knobs }: BusinessCentralState): Response {
  if (knobs.forbidden.has('environments')) throw forbidden('environments');
  return Response.json({
    value: environments.map(({ name, type, countryCode }) => ({
      friendlyName: name,
      type,
      name,
      countryCode,
      applicationFamily: 'BusinessCentral',
      aadTenantId: tenant,
      applicationVersion: '27.1.41698.0',
      status: 'Active',
      locationName: 'Norway East',
      geoName: 'Norway',
      webServiceUrl: `https://${BUSINESS_CENTRAL_HOST}`,
      webClientLoginUrl: `https://businesscentral.dynamics.com/${tenant}/${name}`,
    })),
  });
}

/** `/v2.0/{tenant}/{environment}/api/…`; the tenant may be left out, since the token tells it. */
export function apiRoute(state: BusinessCentralState, path: string, request: Request, now: number): Response {
  const [, base, ...segments] = path.split('/');
  const noResource = () =>
    new ODataRefusal(404, 'BadRequest_NotFound', {
      en: `No HTTP resource was found that matches the request URI '${request.url}'.`,
      nb: `Finner ingen HTTP-ressurs for URI-en '${request.url}'.`,
    });
  if (base !== 'v2.0') throw noResource();
  if (segments[1] !== 'api') {
    const tenant = segments.shift()?.toLowerCase();
    if (tenant !== state.tenant && tenant !== state.domain) throw noResource();
  }
  const [name = '', api, ...route] = segments;
  const environment = state.environments.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (environment === undefined) {
    return new Response(NO_ENVIRONMENT, { status: 404, headers: { 'Content-Type': 'application/xml' } });
  }
  if (api !== 'api') throw noResource();
  const companies = environment.type === 'Production' ? state.companies : [];
  const service = { state, companies, request, now };
  if (route[0] === 'v2.0') return serve(service, API_2, route.slice(1));
  const isAnalytics = route.slice(0, 3).join('/') === 'microsoft/analytics/v1.0';
  if (isAnalytics && state.knobs.analytics) return serve(service, ANALYTICS, route.slice(3));
  throw noResource();
}

interface Service {
  readonly state: BusinessCentralState;
  readonly companies: readonly CompanyRow[];
  readonly request: Request;
  readonly now: number;
}

function serve({ state, companies, request, now }: Service, sets: Sets, route: readonly string[]): Response {
  const url = new URL(request.url);
  const [first = '', ...rest] = route;
  const list = (shape: Shape, rows: readonly Row[], asked: string, count: string | undefined): Response => {
    if (count === '$count') return countAnswer({ shape, rows, request });
    if (count !== undefined) throw notFound(count);
    const context = `${url.origin}${url.pathname.split('/companies')[0]}/$metadata#${asked}`;
    return listAnswer({ shape, rows, request, context, serverPageSize: SERVER_PAGE, heedsPrefer: true, linkStart: 'aid=FIN' }); // prettier-ignore
  };
  if (first === 'companies') {
    if (state.knobs.forbidden.has('companies')) throw forbidden('companies');
    return list(COMPANY, companies.map(companyRow), 'companies', rest[0]);
  }

  const [, inPath] = /^companies\(([^)]*)\)$/.exec(first) ?? [];
  const id = inPath ?? url.searchParams.get('company');
  const [set = '', count] = inPath === undefined ? route : rest;
  const [, name = '', key] = /^(\w+)(?:\(([^)]*)\))?$/.exec(set) ?? [];
  const shape = Object.hasOwn(sets, name) ? sets[name as EntitySet] : undefined;
  if (shape === undefined) throw notFound(name || set);
  if (id === null) {
    throw badRequest(
      `You must choose a company before you can access the '${name}' resource.`,
      `Du må velge et selskap før du får tilgang til ressursen '${name}'.`,
    );
  }
  const company = companies.find((each) => each.id === id.toLowerCase());
  if (company === undefined) {
    throw new ODataRefusal(404, 'Internal_CompanyNotFound', {
      en: `Cannot find company "${id}".`,
      nb: `Finner ikke selskapet "${id}".`,
    });
  }
  if (state.knobs.forbidden.has(name as EntitySet)) throw forbidden(name);
  const rows = rowsOf(state, company, name as EntitySet, request, now);
  if (key === undefined) return list(shape, rows, `companies(${company.id})/${name}`, count);
  const row = rows.find((each) => String(each[shape.key[0] ?? '']) === key.toLowerCase());
  if (row !== undefined && !shape.isQuery) return Response.json(row);
  throw new ODataRefusal(404, 'Internal_RecordNotFound', {
    en: `Cannot find the record with the ID ${key}.`,
    nb: `Finner ikke posten med ID-en ${key}.`,
  });
}

/** Who does not mind gets an answer from a replica, which may be behind. */
function rowsOf(
  { books, booksAt, knobs }: BusinessCentralState,
  { id }: CompanyRow,
  set: EntitySet,
  request: Request,
  now: number,
): readonly Row[] {
  if (id !== BUSINESS_CENTRAL.company) return [];
  const mayLag = request.headers.get('data-access-intent')?.toLowerCase() === 'readonly';
  const rows = (mayLag && knobs.replicaLagMs > 0 ? booksAt(ticks(now - knobs.replicaLagMs, 9_999)) : books)[
    set
  ];
  const hidden = { customerLedgerEntries: knobs.ledgerFrom, vendorLedgerEntries: knobs.vendorLedgerFrom };
  const from = set === 'customerLedgerEntries' || set === 'vendorLedgerEntries' ? hidden[set] : null;
  if (from === null) return rows;
  return rows.filter((row) => String(row['clePostingDate'] ?? row['vlePostingDate']) >= from);
}

function companyRow({ id, name, displayName }: CompanyRow): Row {
  const made = { at: '2024-01-08T07:30:12.5Z', by: '00000000-0000-0000-0000-000000000001' };
  return {
    id,
    systemVersion: '27.1.41698.0',
    timestamp: 18_234,
    name,
    displayName,
    businessProfileId: '',
    systemCreatedAt: made.at,
    systemCreatedBy: made.by,
    systemModifiedAt: made.at,
    systemModifiedBy: made.by,
  };
}

function forbidden(what: string): ODataRefusal {
  return new ODataRefusal(403, 'Unknown', {
    en: `Sorry, the current permissions prevented the action. (${what} Execute: _Exclude_APIV2_)`,
    nb: `Beklager, gjeldende tillatelser forhindret handlingen. (${what} Execute: _Exclude_APIV2_)`,
  });
}
