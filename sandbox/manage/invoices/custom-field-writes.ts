import type { World } from '../../world';
import { isObject } from '../read-body';
import { invalidObject } from '../refusal';
import type { CustomFieldDefinition, ManageInvoiceRow } from '../state';
import { dayOnTheWire } from '../wire-time';

type Value = string | number | boolean | null;

const KEYS = [
  'id',
  'caption',
  'type',
  'entryMethod',
  'numberOfDecimals',
  'value',
  'connectWiseId',
  'rowNum',
  'userDefinedFieldRecId',
  'podId',
];

/**
 * Checks a `customFields` array, whose items need no more than `id` and `value`. Fields it leaves out keep their
 * value, so an empty array clears nothing.
 * @returns the values to set, by id of the definition
 * @throws Refusal 400
 */
export function checkCustomFields(sent: unknown, { manage }: World): ReadonlyMap<number, Value> {
  if (!Array.isArray(sent)) throw fault('customFields must be an array.');
  return new Map(
    sent.map((item: unknown) => {
      if (!isObject(item)) throw fault('An item of customFields must be an object.');
      const unknown = Object.keys(item).find((key) => !KEYS.includes(key));
      if (unknown !== undefined) throw fault(`Unknown property of a custom field: ${unknown}`);
      const definition = manage.customFields.find(({ id }) => id === item.id);
      if (!definition) throw fault(`There is no custom field ${String(item.id)} on invoices.`);
      if (!('value' in item)) throw fault(`The custom field ${definition.caption} has no value.`);
      return [definition.id, storable(definition, item.value)] as const;
    }),
  );
}

export function setCustomFields(row: ManageInvoiceRow, values: ReadonlyMap<number, Value>): void {
  for (const [id, value] of values) row.customFieldValues.set(id, value);
}

function storable({ caption, type }: CustomFieldDefinition, value: unknown): Value {
  if (value === null) return null;
  if (type === 'Date') {
    const day = dayOnTheWire(value);
    if (day !== undefined) return day;
  } else if (type === 'Text') {
    if (typeof value === 'string') return value;
  } else if (type === 'Checkbox') {
    if (typeof value === 'boolean') return value;
  } else if (typeof value === 'number' && (type === 'Number' || Math.round(value * 100) / 100 === value)) {
    return value;
  }
  throw fault(`The value of the custom field ${caption} is not a ${type}.`);
}

const fault = (message: string): Error =>
  invalidObject('invoice', [{ code: 'InvalidField', message, field: 'customFields' }]);
