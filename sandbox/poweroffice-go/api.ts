import { Hono } from 'hono';
import type { World } from '../world';

/** The keys the sandbox's books are opened with. */
export const POWEROFFICE_KEYS = {
  applicationKey: 'sandbox-application',
  clientKey: 'sandbox-client',
  subscriptionKey: 'sandbox-subscription',
};

/** PowerOffice Go's token service and API v2. */
export function powerOfficeApi(world: World): Hono {
  const app = new Hono();
  const token = 'sandbox-token';

  app.post('/OAuth/Token', async (c) => {
    const basic = `Basic ${btoa(`${POWEROFFICE_KEYS.applicationKey}:${POWEROFFICE_KEYS.clientKey}`)}`;
    const body = await c.req.text();
    if (c.req.header('authorization') !== basic || body !== 'grant_type=client_credentials') {
      return c.json({ error: 'invalid_client', error_description: 'Client integration not found.' }, 400);
    }
    return c.json({ access_token: token, token_type: 'bearer', expires_in: 1200 });
  });

  app.use('/v2/*', async (c, next) => {
    if (c.req.header('ocp-apim-subscription-key') !== POWEROFFICE_KEYS.subscriptionKey) return c.body(null, 401);
    if (c.req.header('authorization') !== `Bearer ${token}`) return c.body(null, 401);
    return next();
  });

  app.get('/v2/OutgoingInvoices', (c) => {
    const since = c.req.query('balanceLastChangedDateTimeOffsetGreaterThan');
    const rows = world.powerOffice.invoices.filter(
      ({ BalanceLastChangedDateTimeOffset: changed }) =>
        since === undefined || (changed !== null && Date.parse(changed) > Date.parse(since)),
    );
    return rows.length === 0 ? c.body(null, 204) : c.json(rows);
  });

  app.get('/v2/Customerledger/EntriesByMatchId', (c) => {
    const rows = world.powerOffice.entries.filter(({ MatchId }) => String(MatchId) === c.req.query('matchId'));
    return rows.length === 0 ? c.body(null, 204) : c.json(rows);
  });

  return app;
}
