import { Hono } from 'hono';
import type { World } from '../../world';
import type { MemberEnv } from '../access/member-env';
import { readPatch } from '../patch-operations';
import { answerCount, answerList, prepareAnswer } from '../query/answers';
import { namedValues } from '../query/named-values';
import { readObject } from '../read-body';
import { methodNotAllowed } from '../refusal';
import { findInvoice } from './find-invoice';
import { invoiceObject } from './invoice-object';
import { patchInvoice, putInvoice, refuseUnlessEditor } from './invoice-writes';
import { INVOICE_SHAPE } from './shapes';

const LIST = '/finance/invoices';
const COUNT = `${LIST}/count`;
const ONE = `${LIST}/:id{\\d+}`;

/** `/finance/invoices`. There is no `/finance/invoices/search`. */
export function invoiceRoutes(world: World): Hono<MemberEnv> {
  const app = new Hono<MemberEnv>();
  /** Those that may be meant: of thousands, a look-up names a few. */
  const candidates = (request: Request) => {
    const conditions = new URL(request.url).searchParams.get('conditions');
    const numbers = conditions === null ? null : namedValues(conditions, 'invoiceNumber');
    return world.manage.invoices
      .filter(({ invoiceNumber }) => numbers?.has(invoiceNumber.toLowerCase()) ?? true)
      .map((row) => invoiceObject(row, world));
  };

  app.get(LIST, (c) => answerList(candidates(c.req.raw), INVOICE_SHAPE, c.req.raw));

  app.get(COUNT, (c) => answerCount(candidates(c.req.raw), INVOICE_SHAPE, c.req.raw));

  app.get(ONE, (c) =>
    prepareAnswer(INVOICE_SHAPE, c.req.raw)(invoiceObject(findInvoice(world, c.req.param('id')), world)),
  );

  app.patch(ONE, async (c) => {
    refuseUnlessEditor(world);
    const row = findInvoice(world, c.req.param('id'));
    const answer = prepareAnswer(INVOICE_SHAPE, c.req.raw);
    patchInvoice(row, await readPatch(c.req.raw), c.var.member, world);
    return answer(invoiceObject(row, world));
  });

  app.put(ONE, async (c) => {
    refuseUnlessEditor(world);
    const row = findInvoice(world, c.req.param('id'));
    const answer = prepareAnswer(INVOICE_SHAPE, c.req.raw);
    putInvoice(row, await readObject(c.req.raw), c.var.member, world);
    return answer(invoiceObject(row, world));
  });

  for (const path of [LIST, COUNT, ONE]) {
    app.all(path, (c) => {
      throw methodNotAllowed(c.req.method);
    });
  }
  return app;
}
