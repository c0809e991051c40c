import { Hono } from 'hono';
import type { World } from '../world';
import { CODEBASE, MANAGE_KEYS } from './api';

/** Manage's web client and its unauthenticated companyinfo. */
export function manageSite(world: World): Hono {
  const app = new Hono();
  app.get('/login/companyinfo/:company', (c) =>
    c.req.param('company') === MANAGE_KEYS.companyId
      ? c.json({ CompanyName: 'Nord IT', Codebase: CODEBASE, CompanyID: MANAGE_KEYS.companyId, IsCloud: 'True' })
      : c.text('null'),
  );
  app.get(`/${CODEBASE}ConnectWise.aspx`, (c) => {
    const rows = world.manage.invoices
      .map(
        ({ invoiceNumber, company, total }) =>
          `<tr class="cw-ml-row"><td cellindex="1"><div><a class="multilineClickable">${invoiceNumber}</a></div></td><td cellindex="2"><div>${company.name}</div></td><td cellindex="3"><div>${total}</div></td></tr>`,
      )
      .join('');
    return c.html(
      `<!doctype html><title>Manage: Invoice Search</title><div class="cw-main-banner"><div class="cw_CwLabel detailLabel">Invoice Search</div></div><div class="mm_grid"><div class="cw-ml-header"><div cellindex="1"><span>Invoice Number</span></div><div cellindex="2"><span>Company</span></div><div cellindex="3"><span>Amount</span></div></div><table class="invoice-grid"><tbody>${rows}</tbody></table></div>`,
    );
  });
  return app;
}
