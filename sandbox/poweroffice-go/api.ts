import { Hono, type Context } from 'hono';
import type { World } from '../world';
import { clientIntegrationInformation } from './client-integration-information';
import { getIncomingInvoice, listIncomingInvoices } from './incoming-invoices';
import { POWEROFFICE_DEMO_KEYS, POWEROFFICE_KEYS, POWEROFFICE_SECOND_KEYS, type Keys } from './keys';
import { CUSTOMER_LEDGER, SUPPLIER_LEDGER } from './ledgers';
import { getOutgoingInvoice, listOutgoingInvoices } from './outgoing-invoices';
import { Refusal } from './problem-details';
import { createRequestLimit, tooManyRequests } from './request-limit';
import type { PowerOfficeState, Privilege } from './state';
import { createTokenService, subscriptionKeyOf } from './token-service';

export { POWEROFFICE_KEYS };

/** One of the vendor's two installations. Its paths are written in lower case here: the API does not mind the case. */
interface Installation {
  readonly tokenPath: string;
  readonly base: string;
  readonly name: string;
  readonly clients: readonly Client[];
}

/** One company's books and the keys that open them. */
interface Client {
  readonly keys: Keys;
  readonly books: (world: World) => PowerOfficeState | undefined;
}

const INSTALLATIONS: readonly Installation[] = [
  {
    name: 'production',
    tokenPath: '/oauth/token',
    base: '/v2',
    clients: [
      { keys: POWEROFFICE_KEYS, books: ({ powerOffice }) => powerOffice },
      { keys: POWEROFFICE_SECOND_KEYS, books: ({ powerOfficeSecond }) => powerOfficeSecond },
    ],
  },
  {
    name: 'demo',
    tokenPath: '/demo/oauth/token',
    base: '/demo/v2',
    clients: [{ keys: POWEROFFICE_DEMO_KEYS, books: ({ powerOfficeDemo }) => powerOfficeDemo }],
  },
];

/** PowerOffice Go's token services and APIs v2. Everything a client can do wrong is refused as the vendor would. */
export function powerOfficeApi(world: World, limit = createRequestLimit()): Hono {
  const app = new Hono({ getPath: (request) => new URL(request.url).pathname.toLowerCase() });

  // The gateway answers first: with the date, and with 429 once a subscription key asks too often.
  app.use(async (c, next) => {
    const key = c.req.header('ocp-apim-subscription-key') ?? subscriptionKeyOf(c.req.raw) ?? '';
    if (limit.admits(key, world.now())) await next();
    else c.res = tooManyRequests();
    c.res.headers.set('Date', new Date(world.now()).toUTCString());
  });
  app.onError((error) => {
    if (error instanceof Refusal) return error.toResponse();
    throw error;
  });
  app.notFound(() => new Refusal(404, 'Not Found', 'There is no such resource.').toResponse());
  for (const installation of INSTALLATIONS) open(app, world, installation);
  return app;
}

function open(app: Hono, world: World, { tokenPath, base, name, clients }: Installation): void {
  const tokens = createTokenService(clients, name, () => world.now());
  app.post(tokenPath, (c) => tokens.answer(c.req.raw));
  app.all(tokenPath, methodNotAllowed('POST'));

  // Both headers on every call; what is wrong is not said.
  const clientOf = (c: Pick<Context, 'req'>): Client | undefined => {
    const [, token = ''] = /^bearer (.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const client = tokens.clientOf(token);
    return client?.keys.subscriptionKey === c.req.header('ocp-apim-subscription-key') ? client : undefined;
  };
  app.use(`${base}/*`, async (c, next) => {
    if (clientOf(c) === undefined) return c.body(null, 401);
    return next();
  });

  const get = (
    path: string,
    privilege: Privilege | null,
    answer: (state: PowerOfficeState, url: URL, c: Context) => Response,
  ): void => {
    app.get(base + path, (c) => {
      const state = clientOf(c)?.books(world);
      if (state === undefined || (privilege !== null && !state.privileges.has(privilege))) {
        return c.body(null, 403);
      }
      return answer(state, new URL(c.req.url), c);
    });
    app.all(base + path, methodNotAllowed('GET'));
  };
  const today = (): string => new Date(world.now()).toISOString().slice(0, 10);

  get('/outgoinginvoices', 'OutgoingInvoice', listOutgoingInvoices);
  get('/outgoinginvoices/:id', 'OutgoingInvoice', (state, _, c) =>
    getOutgoingInvoice(state, c.req.param('id') ?? ''),
  );
  get('/incominginvoices', 'IncomingInvoice', listIncomingInvoices);
  get('/incominginvoices/:id', 'IncomingInvoice', (state, _, c) =>
    getIncomingInvoice(state, c.req.param('id') ?? ''),
  );
  for (const [path, privilege, ledger] of [
    ['/customerledger', 'CustomerLedger', CUSTOMER_LEDGER],
    ['/supplierledger', 'SupplierLedger', SUPPLIER_LEDGER],
  ] as const) {
    get(`${path}/entriesbymatchid`, privilege, ledger.entriesByMatchId);
    get(`${path}/statement`, privilege, (state, url) => ledger.statement(state, url, today()));
    get(`${path}/openitems`, privilege, (state, url) => ledger.openItems(state, url, today()));
  }
  get('/clientintegrationinformation', null, clientIntegrationInformation);
}

function methodNotAllowed(allow: string): () => Response {
  return () => new Response(null, { status: 405, headers: { Allow: allow } });
}
