import type { PatchOperation } from '../patch-operations';
import { kindAt, type Shape, type WireObject } from '../query/shape';
import { invalidObject, type FieldFault } from '../refusal';
import type { CustomFieldDefinition, CustomFieldValue } from '../state';
import { wireInstant } from '../wire-time';
import { checkValue } from './check-value';
import { checkCustomFields } from './custom-field-writes';

/** What there is to know of a kind of record before one can be written. */
export interface RecordKind {
  /** What Manage calls it when it refuses something. */
  readonly resource: string;
  readonly shape: Shape;
  readonly readOnly: readonly string[];
  readonly requiredOnUpdate: readonly string[];
}

/** What a write would set. */
export interface Edits {
  readonly properties: ReadonlyMap<string, unknown>;
  /** By id of the custom field. */
  readonly fields: ReadonlyMap<number, CustomFieldValue>;
}

/** The part of a record that writes change. */
export interface WrittenRow {
  /** By id of the definition. */
  readonly customFieldValues: Map<number, CustomFieldValue>;
  /** ISO instant. */
  lastUpdated: string;
  updatedBy: string;
  /** Other properties that were written through the API, by name; null once a PUT has left them out. */
  edits?: Map<string, unknown>;
}

/**
 * What a PATCH sets. Where records of this kind have custom fields, it must replace `customFields`. A path into a
 * reference, such as `company/name`, is taken and changes nothing.
 * Source: ConnectWise Developer Guide, "PATCH".
 * @throws Refusal
 */
export function editsOfPatch(
  kind: RecordKind,
  operations: readonly PatchOperation[],
  definitions: readonly CustomFieldDefinition[],
): Edits {
  const { resource, shape, readOnly } = kind;
  if (definitions.length > 0 && !operations.some(replacesCustomFields)) {
    throw invalidObject(resource, [
      { code: 'MissingRequiredField', message: 'customFields must be passed.', field: 'customFields' },
    ]);
  }
  const properties = new Map<string, unknown>();
  let fields: Edits['fields'] = new Map();
  for (const operation of operations) {
    const { path, value } = operation;
    if (path === 'customFields') {
      if (!replacesCustomFields(operation))
        throw invalidField(kind, path, 'customFields can only be replaced as a whole.');
      fields = checkCustomFields(value, definitions, resource);
    } else if (!path.includes('/') || kindAt(shape, path) === undefined) {
      refuse(kind, checkValue(path, shape, value));
      if (readOnly.includes(path)) throw invalidField(kind, path, `The field ${path} is read only.`);
      properties.set(path, value);
    }
  }
  return { properties, fields };
}

/**
 * What a PUT sets: every property that is left out becomes null, without a word.
 * Source: ConnectWise Developer Guide, "PUT".
 * @throws Refusal
 */
export function editsOfPut(
  kind: RecordKind,
  sent: WireObject,
  definitions: readonly CustomFieldDefinition[],
): Edits {
  const { resource, shape, readOnly, requiredOnUpdate } = kind;
  for (const [field, value] of Object.entries(sent)) refuse(kind, checkValue(field, shape, value));
  for (const field of requiredOnUpdate) {
    if (sent[field] == null) {
      throw invalidObject(resource, [
        { code: 'MissingRequiredField', message: `The ${field} field is required.`, field },
      ]);
    }
  }
  const fields =
    sent.customFields == null
      ? new Map(definitions.map(({ id }) => [id, null] as const))
      : checkCustomFields(sent.customFields, definitions, resource);
  const writable = Object.keys(shape).filter(
    (field) => field !== 'customFields' && !readOnly.includes(field),
  );
  return { properties: new Map(writable.map((field) => [field, sent[field] ?? null])), fields };
}

/** @param now epoch ms */
export function applyEdits(
  row: WrittenRow,
  { properties, fields }: Edits,
  member: string,
  now: number,
): void {
  row.edits = new Map([...(row.edits ?? []), ...properties]);
  row.lastUpdated = wireInstant(now);
  row.updatedBy = member;
  for (const [id, value] of fields) row.customFieldValues.set(id, value);
}

export function invalidField({ resource }: RecordKind, field: string, message: string): Error {
  return invalidObject(resource, [{ code: 'InvalidField', message, field }]);
}

const replacesCustomFields = ({ op, path }: PatchOperation): boolean =>
  op === 'replace' && path === 'customFields';

function refuse({ resource }: RecordKind, fault: FieldFault | undefined): void {
  if (fault) throw invalidObject(resource, [fault]);
}
