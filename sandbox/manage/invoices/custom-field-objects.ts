import type { World } from '../../world';
import type { WireObject } from '../query/shape';
import type { CustomFieldDefinition, ManageInvoiceRow } from '../state';
import { wireDay } from '../wire-time';

/** The part of Manage's invoice screen that custom fields sit on. Each firm has its own id for it. */
export const INVOICE_POD_ID = 37;

/** The custom fields of an invoice: every definition, null where it is empty. */
export function customFieldObjects(row: ManageInvoiceRow, { manage }: World): WireObject[] {
  return manage.customFields.map((definition, at) => ({
    id: definition.id,
    caption: definition.caption,
    type: definition.type,
    entryMethod: entryMethod(definition),
    numberOfDecimals: numberOfDecimals(definition),
    value: onTheWire(definition, row.customFieldValues.get(definition.id) ?? null),
    connectWiseId: connectWiseId(definition),
    rowNum: at + 1,
    userDefinedFieldRecId: definition.id,
    podId: String(INVOICE_POD_ID),
  }));
}

export const entryMethod = ({ type }: CustomFieldDefinition): string =>
  type === 'Date' ? 'Date' : 'EntryField';

export const numberOfDecimals = ({ type }: CustomFieldDefinition): number =>
  type === 'Currency' || type === 'Number' ? 2 : 0;

export const connectWiseId = ({ id }: CustomFieldDefinition): string =>
  `6f0d3c5e-0000-4000-8000-${String(id).padStart(12, '0')}`;

function onTheWire({ type }: CustomFieldDefinition, value: string | number | boolean | null): unknown {
  return type === 'Date' && typeof value === 'string' ? wireDay(value) : value;
}
