import type { World } from '../../world';
import { knob } from '../knobs';
import { forbidden } from '../refusal';
import { invalidField, type RecordKind } from '../records/record-writes';
import type { PurchaseOrderRow } from '../state';
import { PURCHASE_ORDER_SHAPE } from './shape';

/** Whether an order is closed follows from its status alone. Source: ConnectWise OpenAPI 2025.8, `closedFlag`. */
export const PURCHASE_ORDER: RecordKind = {
  resource: 'purchaseOrder',
  shape: PURCHASE_ORDER_SHAPE,
  readOnly: [
    'id',
    '_info',
    'closedFlag',
    'closedBy',
    'dateClosed',
    'enteredBy',
    'subTotal',
    'total',
    'currency',
  ],
  requiredOnUpdate: ['poDate', 'poNumber', 'status', 'terms', 'vendorCompany'],
};

/** @throws Refusal 400 */
export function refuseIfLocked({ closed }: PurchaseOrderRow, world: World): void {
  if (closed && knob(world, 'closedOrdersLocked')) {
    throw invalidField(PURCHASE_ORDER, 'status', 'The purchase order is closed and cannot be changed.');
  }
}

/** The role is asked before the order is looked for. @throws Refusal 403 */
export function refuseUnlessAllowed(world: World, right: 'roleMayReadOrders' | 'roleMayEditOrders'): void {
  if (!knob(world, right)) throw forbidden();
}
