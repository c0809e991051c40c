import { Hono } from 'hono';
import type { World } from '../../world';
import type { MemberEnv } from '../access/member-env';
import { knob } from '../knobs';
import { readPatch } from '../patch-operations';
import { answerList, prepareAnswer } from '../query/answers';
import { readParameters } from '../query/parameters';
import { kindAt } from '../query/shape';
import { readObject } from '../read-body';
import { forbidden, invalidObject, methodNotAllowed, notFound } from '../refusal';
import type { ManageInvoiceRow, PaymentRow } from '../state';
import { wireInstant } from '../wire-time';
import { findInvoice } from './find-invoice';
import { invoiceSums } from './invoice-sums';
import { checkPayment } from './payment-draft';
import { paymentObject } from './payment-object';
import { PAYMENT_SHAPE } from './shapes';

const LIST = '/finance/invoices/:id{\\d+}/payments';
const ONE = `${LIST}/:paymentId{\\d+}`;

/** The payments of an invoice: `/finance/invoices/{id}/payments`. An invoice may be closed. */
export function paymentRoutes(world: World): Hono<MemberEnv> {
  const app = new Hono<MemberEnv>();
  const show = (payment: PaymentRow, invoice: ManageInvoiceRow) => paymentObject(payment, invoice, world);

  app.get(LIST, (c) => {
    const invoice = findInvoice(world, c.req.param('id'));
    return answerList(
      invoice.payments.map((row) => show(row, invoice)),
      PAYMENT_SHAPE,
      c.req.raw,
    );
  });

  app.get(ONE, (c) => {
    const { invoice, payment } = find(c.req.param('id'), c.req.param('paymentId'));
    return prepareAnswer(PAYMENT_SHAPE, c.req.raw)(show(payment, invoice));
  });

  app.post(LIST, async (c) => {
    const invoice = writable(c.req.param('id'));
    const answer = prepareAnswer(PAYMENT_SHAPE, c.req.raw);
    const draft = checkPayment(await readObject(c.req.raw), invoice, undefined, world);
    const payment: PaymentRow = { id: world.manage.nextPaymentId, appliedBy: c.var.member, ...draft };
    write(invoice, c.var.member, () => {
      world.manage.nextPaymentId += 1;
      invoice.payments.push(payment);
      stamp(payment, c.var.member);
    });
    return answer(show(payment, invoice), 201);
  });

  app.put(ONE, async (c) => {
    const { invoice, payment } = find(writable(c.req.param('id')).id, c.req.param('paymentId'));
    const answer = prepareAnswer(PAYMENT_SHAPE, c.req.raw);
    const draft = checkPayment(await readObject(c.req.raw), invoice, payment, world);
    change(invoice, payment, draft, c.var.member);
    return answer(show(payment, invoice));
  });

  app.patch(ONE, async (c) => {
    const { invoice, payment } = find(writable(c.req.param('id')).id, c.req.param('paymentId'));
    const answer = prepareAnswer(PAYMENT_SHAPE, c.req.raw);
    const sent: Record<string, unknown> = { ...show(payment, invoice) };
    for (const { path, value } of await readPatch(c.req.raw)) {
      if (path.includes('/') && kindAt(PAYMENT_SHAPE, path) !== undefined) continue;
      sent[path] = value;
    }
    change(invoice, payment, checkPayment(sent, invoice, payment, world), c.var.member);
    return answer(show(payment, invoice));
  });

  app.delete(ONE, (c) => {
    readParameters(c.req.raw, []);
    const { invoice, payment } = find(writable(c.req.param('id')).id, c.req.param('paymentId'));
    write(invoice, c.var.member, () => {
      invoice.payments = invoice.payments.filter((row) => row !== payment);
    });
    return c.body(null, 204);
  });

  for (const path of [LIST, ONE]) {
    app.all(path, (c) => {
      throw methodNotAllowed(c.req.method);
    });
  }
  return app;

  function find(invoiceId: string | number, id: string): { invoice: ManageInvoiceRow; payment: PaymentRow } {
    const invoice = findInvoice(world, String(invoiceId));
    const payment = invoice.payments.find((row) => row.id === Number(id));
    if (!payment) throw notFound('Payment', id);
    return { invoice, payment };
  }

  function writable(invoiceId: string): ManageInvoiceRow {
    if (!knob(world, 'roleMayWritePayments')) throw forbidden();
    return findInvoice(world, invoiceId);
  }

  function change(
    invoice: ManageInvoiceRow,
    payment: PaymentRow,
    { creditInvoiceId, ...draft }: ReturnType<typeof checkPayment>,
    member: string,
  ): void {
    if (creditInvoiceId !== payment.creditInvoiceId) {
      throw invalidObject('payment', [
        { code: 'InvalidField', message: 'A payment cannot become a credit.', field: 'credit' },
      ]);
    }
    write(invoice, member, () => {
      Object.assign(payment, draft);
      stamp(payment, member);
    });
  }

  function write(invoice: ManageInvoiceRow, member: string, apply: () => void): void {
    const until = world.now() + knob(world, 'sumsLagMs');
    if (until > world.now()) invoice.staleSums = { until, ...invoiceSums(invoice) };
    apply();
    stamp(invoice, member);
  }

  function stamp(row: { lastUpdated?: string; updatedBy?: string }, member: string): void {
    row.lastUpdated = wireInstant(world.now());
    row.updatedBy = member;
  }
}
