import type { World } from '../../world';
import { knob } from '../knobs';
import type { PatchOperation } from '../patch-operations';
import type { WireObject } from '../query/shape';
import { forbidden, invalidObject } from '../refusal';
import {
  applyEdits,
  editsOfPatch,
  editsOfPut,
  invalidField,
  type RecordKind,
} from '../records/record-writes';
import type { ManageInvoiceRow } from '../state';
import { INVOICE_SHAPE } from './shapes';

const INVOICE: RecordKind = {
  resource: 'invoice',
  shape: INVOICE_SHAPE,
  readOnly: [
    ...['id', '_info', 'total', 'subtotal', 'salesTax', 'serviceTotal', 'expenseTotal', 'productTotal'],
    ...['payments', 'credits', 'balance', 'currency', 'remainingDownpayment', 'closedBy', 'adjustedBy'],
  ],
  requiredOnUpdate: ['invoiceNumber', 'type', 'company', 'locationId'],
};

/**
 * Changes an invoice as a PATCH says.
 * @throws Refusal; then nothing is changed
 */
export function patchInvoice(
  row: ManageInvoiceRow,
  operations: readonly PatchOperation[],
  member: string,
  world: World,
): void {
  refuseUnlessWritable(row, world);
  applyEdits(row, editsOfPatch(INVOICE, operations, world.manage.customFields), member, world.now());
}

/**
 * Replaces an invoice as a PUT says.
 * @throws Refusal; then nothing is changed
 */
export function putInvoice(row: ManageInvoiceRow, sent: WireObject, member: string, world: World): void {
  refuseUnlessWritable(row, world);
  applyEdits(row, editsOfPut(INVOICE, sent, world.manage.customFields), member, world.now());
}

/** The role is asked before the invoice is looked for. @throws Refusal 403 */
export function refuseUnlessEditor(world: World): void {
  if (!knob(world, 'roleMayEditInvoices')) throw forbidden();
}

function refuseUnlessWritable(row: ManageInvoiceRow, world: World): void {
  if (row.closed && knob(world, 'closedInvoicesLocked')) {
    throw invalidField(INVOICE, 'status', 'The invoice is closed and cannot be changed.');
  }
  const field = row.legacyFault;
  if (field !== undefined) {
    throw invalidObject(INVOICE.resource, [
      { code: 'OutOfRange', message: `The field ${field} is out of range.`, field },
    ]);
  }
}
