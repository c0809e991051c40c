import { Hono } from 'hono';
import type { World } from '../world';
import { withSession } from './access/authenticate';
import { LOGIN_PAGE, SIGN_IN_PATH } from './access/login-page';
import type { RequestLimit } from './access/request-limit';
import { signInCookies } from './access/session';
import { CODEBASE, MANAGE_KEYS, SITE } from './keys';
import { invoiceSearchPage } from './page/app';
import { restApi } from './rest-api';

/**
 * Manage's web host, `na.myconnectwise.net`: company information for anybody, a sign-in that asks for no password,
 * the API for whoever is signed in, and the web client.
 */
export function manageSite(world: World, limit: RequestLimit): Hono {
  const app = new Hono();

  app.get('/login/companyinfo/:company', (c) =>
    c.req.param('company').toLowerCase() === MANAGE_KEYS.companyId
      ? c.json({
          CompanyName: 'Nord IT AS',
          Codebase: CODEBASE,
          VersionCode: 'v2025.1',
          VersionNumber: 'v4.6.98765',
          CompanyID: MANAGE_KEYS.companyId,
          IsCloud: 'True',
          SiteUrl: `api-${SITE}`,
        })
      : c.json(null),
  );

  app.get(SIGN_IN_PATH, (c) => {
    for (const cookie of signInCookies()) c.header('Set-Cookie', cookie, { append: true });
    return c.redirect(`/${CODEBASE}ConnectWise.aspx`);
  });

  app.get('/login', (c) => c.html(LOGIN_PAGE));

  const api = restApi(world, { authenticate: withSession(world), codebases: [CODEBASE], limit });
  app.all('/:codebase/apis/*', (c) => api.fetch(c.req.raw));

  app.route('/', invoiceSearchPage(world));
  return app;
}
