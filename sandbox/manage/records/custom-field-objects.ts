import type { WireObject } from '../query/shape';
import type { CustomFieldDefinition, CustomFieldValue } from '../state';
import { wireDay } from '../wire-time';

/** The part of a screen of Manage that custom fields sit on. Each firm has its own ids for them. */
export const PODS = {
  invoice: { podId: 37, podDescription: 'Invoice Overview', screenId: 'in100', screenDescription: 'Invoice' },
  purchaseOrder: {
    podId: 52,
    podDescription: 'Purchase Order Overview',
    screenId: 'po100',
    screenDescription: 'Purchase Order',
  },
} as const;

/** The custom fields of a record: every definition of its screen, null where it is empty. */
export function customFieldObjects(
  definitions: readonly CustomFieldDefinition[],
  values: ReadonlyMap<number, CustomFieldValue>,
  podId: number,
): WireObject[] {
  return definitions.map((definition, at) => ({
    id: definition.id,
    caption: definition.caption,
    type: definition.type,
    entryMethod: entryMethod(definition),
    numberOfDecimals: numberOfDecimals(definition),
    value: onTheWire(definition, values.get(definition.id) ?? null),
    connectWiseId: connectWiseId(definition),
    rowNum: at + 1,
    userDefinedFieldRecId: definition.id,
    podId: String(podId),
  }));
}

export const entryMethod = ({ type }: CustomFieldDefinition): string =>
  type === 'Date' ? 'Date' : 'EntryField';

export const numberOfDecimals = ({ type }: CustomFieldDefinition): number =>
  type === 'Currency' || type === 'Number' ? 2 : 0;

export const connectWiseId = ({ id }: CustomFieldDefinition): string =>
  `6f0d3c5e-0000-4000-8000-${String(id).padStart(12, '0')}`;

function onTheWire({ type }: CustomFieldDefinition, value: CustomFieldValue): unknown {
  return type === 'Date' && typeof value === 'string' ? wireDay(value) : value;
}
