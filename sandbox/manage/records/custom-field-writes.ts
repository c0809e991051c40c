import { isObject } from '../read-body';
import { invalidObject } from '../refusal';
import type { CustomFieldDefinition, CustomFieldValue } from '../state';
import { dayOnTheWire } from '../wire-time';

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
 * @param resource what Manage calls the record
 * @returns the values to set, by id of the definition
 * @throws Refusal 400
 */
export function checkCustomFields(
  sent: unknown,
  definitions: readonly CustomFieldDefinition[],
  resource: string,
): ReadonlyMap<number, CustomFieldValue> {
  const fault = (message: string): Error =>
    invalidObject(resource, [{ code: 'InvalidField', message, field: 'customFields' }]);
  if (!Array.isArray(sent)) throw fault('customFields must be an array.');
  return new Map(
    sent.map((item: unknown) => {
      if (!isObject(item)) throw fault('An item of customFields must be an object.');
      const unknown = Object.keys(item).find((key) => !KEYS.includes(key));
      if (unknown !== undefined) throw fault(`Unknown property of a custom field: ${unknown}`);
      const definition = definitions.find(({ id }) => id === item.id);
      if (!definition) throw fault(`There is no custom field ${String(item.id)} on this record.`);
      if (!('value' in item)) throw fault(`The custom field ${definition.caption} has no value.`);
      const value = storable(definition, item.value);
      if (value === undefined)
        throw fault(`The value of the custom field ${definition.caption} is not a ${definition.type}.`);
      return [definition.id, value] as const;
    }),
  );
}

/** Undefined for a value that such a field cannot hold. */
function storable({ type }: CustomFieldDefinition, value: unknown): CustomFieldValue | undefined {
  if (value === null) return null;
  if (type === 'Date') return dayOnTheWire(value);
  if (type === 'Text') return typeof value === 'string' ? value : undefined;
  if (type === 'Checkbox') return typeof value === 'boolean' ? value : undefined;
  if (typeof value !== 'number') return undefined;
  return type === 'Number' || Math.round(value * 100) / 100 === value ? value : undefined;
}
