import { Hono } from 'hono';
import type { World } from '../world';
import type { ManageInvoiceRow } from './state';

/** What the sandbox's Manage is signed in to with. */
export const MANAGE_KEYS = {
  companyId: 'nordit',
  publicKey: 'SandboxPublicKey',
  privateKey: 'SandboxPrivateKey',
  clientId: '5d2b8a54-0d6c-4a3e-9d1c-6a1f5a7c0001',
};

export const CODEBASE = 'v2025_1/';

/** Manage's REST API. */
export function manageApi(world: World): Hono {
  const app = new Hono();
  const api = `/${CODEBASE}apis/3.0`;

  app.use(`${api}/*`, async (c, next) => {
    const { companyId, publicKey, privateKey, clientId } = MANAGE_KEYS;
    const basic = `Basic ${btoa(`${companyId}+${publicKey}:${privateKey}`)}`;
    if (c.req.header('authorization') !== basic || c.req.header('clientid') !== clientId) {
      return c.json({ code: 'Unauthorized', message: 'Not signed in.' }, 401);
    }
    return next();
  });

  app.get(`${api}/finance/invoices`, (c) => {
    const wanted = [...(c.req.query('conditions') ?? '').matchAll(/"([^"]*)"/g)].map(([, number]) => number);
    return c.json(world.manage.invoices.filter(({ invoiceNumber }) => wanted.includes(invoiceNumber)).map(onTheWire));
  });

  app.get(`${api}/finance/invoices/:id/payments`, (c) => {
    const invoice = find(c.req.param('id'));
    return invoice ? c.json(invoice.payments) : c.json({ code: 'NotFound', message: 'Invoice not found' }, 404);
  });

  app.post(`${api}/finance/invoices/:id/payments`, async (c) => {
    const invoice = find(c.req.param('id'));
    if (!invoice) return c.json({ code: 'NotFound', message: 'Invoice not found' }, 404);
    const { amount, paymentDate } = await c.req.json<{ amount: number; paymentDate: string }>();
    const payment = { id: world.manage.nextPaymentId++, amount, paymentDate, appliedBy: MANAGE_KEYS.publicKey };
    invoice.payments.push(payment);
    return c.json(payment, 201);
  });

  return app;

  function find(id: string): ManageInvoiceRow | undefined {
    return world.manage.invoices.find((invoice) => String(invoice.id) === id);
  }
}

function onTheWire({ payments, lastUpdated, ...invoice }: ManageInvoiceRow): Record<string, unknown> {
  const paid = payments.reduce((total, { amount }) => total + amount, 0);
  return { ...invoice, payments: paid, credits: 0, balance: invoice.total - paid, _info: { lastUpdated } };
}
