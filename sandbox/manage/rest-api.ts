import { Hono, type MiddlewareHandler } from 'hono';
import type { World } from '../world';
import type { MemberEnv } from './access/member-env';
import type { RequestLimit } from './access/request-limit';
import { invoiceRoutes } from './invoices/invoices';
import { paymentRoutes } from './invoices/payments';
import { purchaseOrderRoutes } from './purchase-orders/purchase-orders';
import { noSuchEndpoint, Refusal } from './refusal';
import { reportRoutes } from './system/reports';
import { setupRoutes } from './system/setup';

/** Path and query together. Source: ConnectWise Developer Guide. */
const LONGEST_URL = 2000;

export interface RestApiOptions {
  /** How this host tells who is calling. */
  readonly authenticate: MiddlewareHandler<MemberEnv>;
  /** Code bases it answers under, with their trailing slashes. */
  readonly codebases: readonly string[];
  readonly limit: RequestLimit;
}

/** `/{codebase}apis/3.0`, as one of Manage's hosts serves it. It sends no CORS headers. */
export function restApi(world: World, { authenticate, codebases, limit }: RestApiOptions): Hono<MemberEnv> {
  const api = new Hono<MemberEnv>();
  api.use('*', async (c, next) => {
    limit.take();
    const { pathname, search } = new URL(c.req.url);
    if (pathname.length + search.length > LONGEST_URL) {
      throw new Refusal(414, { code: 'ConnectWiseApi', message: 'The URL is too long.' });
    }
    await next();
    c.header('api-current-version', '2025.1');
    c.header('x-cw-request-id', crypto.randomUUID());
    c.header('x-server-name', 'SANDBOX-WEB1');
  });
  api.use('*', authenticate);
  api.route('/', invoiceRoutes(world));
  api.route('/', paymentRoutes(world));
  api.route('/', purchaseOrderRoutes(world));
  api.route('/', setupRoutes(world));
  api.route('/', reportRoutes(world));
  api.all('*', () => {
    throw noSuchEndpoint();
  });

  const host = new Hono<MemberEnv>();
  for (const codebase of codebases) host.route(`/${codebase}apis/3.0`, api);
  host.all('/:codebase/apis/*', () => {
    throw noSuchEndpoint();
  });
  host.onError((error) => {
    if (error instanceof Refusal) return error.toResponse();
    throw error;
  });
  return host;
}
