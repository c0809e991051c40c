import type { World } from '../../world';
import type { Shape, WireObject } from '../query/shape';
import { connectWiseId, entryMethod, numberOfDecimals, PODS } from '../records/custom-field-objects';
import type { CustomFieldDefinition } from '../state';

/** Source: ConnectWise OpenAPI 2025.8, `UserDefinedField`, and the keys that live answers add. */
export const USER_DEFINED_FIELD_SHAPE: Shape = {
  id: 'number',
  podId: 'number',
  podDescription: 'string',
  caption: 'string',
  sequenceNumber: 'number',
  screenId: 'string',
  screenDescription: 'string',
  helpText: 'string',
  fieldTypeIdentifier: 'string',
  numberDecimals: 'number',
  entryTypeIdentifier: 'string',
  requiredFlag: 'boolean',
  displayOnScreenFlag: 'boolean',
  readOnlyFlag: 'boolean',
  listViewFlag: 'boolean',
  buttonUrl: 'string',
  options: 'list',
  businessUnitIds: 'list',
  locationIds: 'list',
  connectWiseID: 'string',
  displayScreenInASIO: 'boolean',
  dateCreated: 'date',
  _info: 'map',
};

/** All custom fields of the firm: those of both screens, and one of companies whose caption means something else. */
export function userDefinedFields({ manage }: World): WireObject[] {
  const company = {
    id: 9001,
    podId: 5,
    podDescription: 'Company Overview',
    caption: 'Date Paid',
    sequenceNumber: 1,
    screenId: 'co100',
    screenDescription: 'Company',
    fieldTypeIdentifier: 'Text',
    numberDecimals: 0,
    entryTypeIdentifier: 'EntryField',
    ...FLAGS,
    connectWiseID: '6f0d3c5e-0000-4000-9000-000000009001',
  };
  return [
    ...definitionsOn(PODS.invoice, manage.customFields),
    ...definitionsOn(PODS.purchaseOrder, manage.purchaseOrderFields),
    company,
  ];
}

function definitionsOn(
  pod: (typeof PODS)[keyof typeof PODS],
  definitions: readonly CustomFieldDefinition[],
): WireObject[] {
  return definitions.map((definition, at) => ({
    id: definition.id,
    ...pod,
    caption: definition.caption,
    sequenceNumber: at + 1,
    fieldTypeIdentifier: definition.type,
    numberDecimals: numberOfDecimals(definition),
    entryTypeIdentifier: entryMethod(definition),
    ...FLAGS,
    connectWiseID: connectWiseId(definition),
  }));
}

const FLAGS = {
  requiredFlag: false,
  displayOnScreenFlag: true,
  readOnlyFlag: false,
  listViewFlag: true,
  businessUnitIds: [],
  locationIds: [],
  displayScreenInASIO: false,
  dateCreated: '2024-06-28T17:39:02Z',
  _info: {},
};
