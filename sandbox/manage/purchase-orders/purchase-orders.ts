import { Hono } from 'hono';
import type { World } from '../../world';
import type { MemberEnv } from '../access/member-env';
import { readPatch } from '../patch-operations';
import { answerCount, answerList, prepareAnswer } from '../query/answers';
import { readObject } from '../read-body';
import { applyEdits, editsOfPatch, editsOfPut } from '../records/record-writes';
import { methodNotAllowed, notFound } from '../refusal';
import type { PurchaseOrderRow } from '../state';
import { purchaseOrderObject } from './purchase-order-object';
import { PURCHASE_ORDER, refuseIfLocked, refuseUnlessAllowed } from './purchase-order-writes';
import { PURCHASE_ORDER_SHAPE } from './shape';

const LIST = '/procurement/purchaseorders';
const COUNT = `${LIST}/count`;
const ONE = `${LIST}/:id{\\d+}`;

/** `/procurement/purchaseorders`, of which nobody here makes or removes any. */
export function purchaseOrderRoutes(world: World): Hono<MemberEnv> {
  const app = new Hono<MemberEnv>();

  app.get(LIST, (c) => answerList(all(), PURCHASE_ORDER_SHAPE, c.req.raw));

  app.get(COUNT, (c) => answerCount(all(), PURCHASE_ORDER_SHAPE, c.req.raw));

  app.get(ONE, (c) => {
    refuseUnlessAllowed(world, 'roleMayReadOrders');
    return prepareAnswer(
      PURCHASE_ORDER_SHAPE,
      c.req.raw,
    )(purchaseOrderObject(find(c.req.param('id')), world));
  });

  app.on(['PATCH', 'PUT'], ONE, async (c) => {
    refuseUnlessAllowed(world, 'roleMayEditOrders');
    const row = find(c.req.param('id'));
    const answer = prepareAnswer(PURCHASE_ORDER_SHAPE, c.req.raw);
    const { purchaseOrderFields } = world.manage;
    const edits =
      c.req.method === 'PATCH'
        ? editsOfPatch(PURCHASE_ORDER, await readPatch(c.req.raw), purchaseOrderFields)
        : editsOfPut(PURCHASE_ORDER, await readObject(c.req.raw), purchaseOrderFields);
    refuseIfLocked(row, world);
    applyEdits(row, edits, c.var.member, world.now());
    return answer(purchaseOrderObject(row, world));
  });

  for (const path of [LIST, COUNT, ONE]) {
    app.all(path, (c) => {
      throw methodNotAllowed(c.req.method);
    });
  }
  return app;

  function all() {
    refuseUnlessAllowed(world, 'roleMayReadOrders');
    return world.manage.purchaseOrders.map((row) => purchaseOrderObject(row, world));
  }

  function find(id: string): PurchaseOrderRow {
    const found = world.manage.purchaseOrders.find((order) => order.id === Number(id));
    if (!found) throw notFound('PurchaseOrder', id);
    return found;
  }
}
