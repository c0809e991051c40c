import type { World } from '../../world';
import { knob } from '../knobs';
import type { PatchOperation } from '../patch-operations';
import { kindAt, type WireObject } from '../query/shape';
import { forbidden, invalidObject, type FieldFault } from '../refusal';
import type { ManageInvoiceRow } from '../state';
import { wireInstant } from '../wire-time';
import { checkValue } from './check-value';
import { checkCustomFields, setCustomFields } from './custom-field-writes';
import { INVOICE_SHAPE } from './shapes';

const READ_ONLY = [
  ...['id', '_info', 'total', 'subtotal', 'salesTax', 'serviceTotal', 'expenseTotal', 'productTotal'],
  ...['payments', 'credits', 'balance', 'currency', 'remainingDownpayment', 'closedBy', 'adjustedBy'],
];

const REQUIRED_ON_UPDATE = ['invoiceNumber', 'type', 'company', 'locationId'];

/**
 * Changes an invoice as a PATCH says. Where invoices have custom fields, a PATCH must replace `customFields`. A path
 * into a reference, such as `company/name`, is taken and changes nothing.
 * Source: ConnectWise Developer Guide, "PATCH".
 * @throws Refusal; then nothing is changed
 */
export function patchInvoice(
  row: ManageInvoiceRow,
  operations: readonly PatchOperation[],
  member: string,
  world: World,
) {
  refuseUnlessWritable(row, world);
  if (world.manage.customFields.length > 0 && !operations.some(replacesCustomFields)) {
    throw invalid({
      code: 'MissingRequiredField',
      message: 'customFields must be passed.',
      field: 'customFields',
    });
  }
  const edits = new Map<string, unknown>();
  let values: ReturnType<typeof checkCustomFields> = new Map();
  for (const operation of operations) {
    const { path, value } = operation;
    if (path === 'customFields') {
      if (!replacesCustomFields(operation))
        throw invalidField(path, 'customFields can only be replaced as a whole.');
      values = checkCustomFields(value, world);
    } else if (!path.includes('/') || kindAt(INVOICE_SHAPE, path) === undefined) {
      refuse(checkValue(path, INVOICE_SHAPE, value));
      if (READ_ONLY.includes(path)) throw invalidField(path, `The field ${path} is read only.`);
      edits.set(path, value);
    }
  }
  apply(row, edits, member, world);
  setCustomFields(row, values);
}

/**
 * Replaces an invoice as a PUT says: every property that is left out becomes null, without a word.
 * Source: ConnectWise Developer Guide, "PUT".
 * @throws Refusal; then nothing is changed
 */
export function putInvoice(row: ManageInvoiceRow, sent: WireObject, member: string, world: World): void {
  refuseUnlessWritable(row, world);
  for (const [field, value] of Object.entries(sent)) refuse(checkValue(field, INVOICE_SHAPE, value));
  for (const field of REQUIRED_ON_UPDATE) {
    if (sent[field] == null) {
      throw invalid({ code: 'MissingRequiredField', message: `The ${field} field is required.`, field });
    }
  }
  const values =
    sent.customFields == null
      ? new Map(world.manage.customFields.map(({ id }) => [id, null] as const))
      : checkCustomFields(sent.customFields, world);
  const writable = Object.keys(INVOICE_SHAPE).filter(
    (field) => field !== 'customFields' && !READ_ONLY.includes(field),
  );
  apply(row, new Map(writable.map((field) => [field, sent[field] ?? null])), member, world);
  setCustomFields(row, values);
}

/** The role is asked before the invoice is looked for. @throws Refusal 403 */
export function refuseUnlessEditor(world: World): void {
  if (!knob(world, 'roleMayEditInvoices')) throw forbidden();
}

function refuseUnlessWritable(row: ManageInvoiceRow, world: World): void {
  if (row.closed && knob(world, 'closedInvoicesLocked')) {
    throw invalidField('status', 'The invoice is closed and cannot be changed.');
  }
  const field = row.legacyFault;
  if (field !== undefined)
    throw invalid({ code: 'OutOfRange', message: `The field ${field} is out of range.`, field });
}

function apply(
  row: ManageInvoiceRow,
  edits: ReadonlyMap<string, unknown>,
  member: string,
  world: World,
): void {
  row.edits = new Map([...(row.edits ?? []), ...edits]);
  row.lastUpdated = wireInstant(world.now());
  row.updatedBy = member;
}

const replacesCustomFields = ({ op, path }: PatchOperation): boolean =>
  op === 'replace' && path === 'customFields';

const invalid = (fault: FieldFault): Error => invalidObject('invoice', [fault]);

const invalidField = (field: string, message: string): Error =>
  invalid({ code: 'InvalidField', message, field });

function refuse(fault: FieldFault | undefined): void {
  if (fault) throw invalid(fault);
}
