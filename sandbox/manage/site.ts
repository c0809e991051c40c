import { Hono } from 'hono';
import type { World } from '../world';
import { withSession, withSessionOrKeys } from './access/authenticate';
import { LOGIN_PAGE, SIGN_IN_PATH } from './access/login-page';
import type { RequestLimit } from './access/request-limit';
import { signInCookies } from './access/session';
import { CODEBASE, MANAGE_KEYS, ON_PREMISES_CODEBASE, SITE } from './keys';
import { invoiceSearchPage } from './page/app';
import { restApi } from './rest-api';

/**
 * Manage's web host, `na.myconnectwise.net`: company information for anybody, a sign-in that asks for no password,
 * the API for whoever is signed in, and the web client.
 */
export function manageSite(world: World, limit: RequestLimit): Hono {
  const api = restApi(world, { authenticate: withSession(world), codebases: [CODEBASE], limit });
  return site(world, { codebase: CODEBASE, isCloud: true, host: SITE, api });
}

/** The same Manage on a server of the firm's own: everything on one host, which takes sessions and keys alike. */
export function ownManageSite(world: World, limit: RequestLimit, host: string): Hono {
  const codebase = ON_PREMISES_CODEBASE;
  const api = restApi(world, { authenticate: withSessionOrKeys(world), codebases: [codebase], limit });
  return site(world, { codebase, isCloud: false, host, api });
}

interface SiteOptions {
  readonly codebase: string;
  readonly isCloud: boolean;
  readonly host: string;
  readonly api: ReturnType<typeof restApi>;
}

function site(world: World, { codebase, isCloud, host, api }: SiteOptions): Hono {
  const app = new Hono();

  app.get('/login/companyinfo/:company', (c) =>
    c.req.param('company').toLowerCase() === MANAGE_KEYS.companyId
      ? c.json({
          CompanyName: 'Nord IT AS',
          Codebase: codebase,
          VersionCode: 'v2025.1',
          VersionNumber: 'v4.6.98765',
          CompanyID: MANAGE_KEYS.companyId,
          IsCloud: isCloud ? 'True' : 'False',
          SiteUrl: isCloud ? `api-${host}` : host,
        })
      : c.json(null),
  );

  app.get(SIGN_IN_PATH, (c) => {
    for (const cookie of signInCookies()) c.header('Set-Cookie', cookie, { append: true });
    return c.redirect(`/${codebase}ConnectWise.aspx`);
  });

  app.get('/login', (c) => c.html(LOGIN_PAGE));

  app.all('/:codebase/apis/*', (c) => api.fetch(c.req.raw));

  app.route('/', invoiceSearchPage(world, codebase));
  return app;
}
