import type { ConnectionTo, System } from './connection-of';

type FieldOf<S extends System> = ConnectionTo<S>['matching']['field'];

/** A field of an invoice in the books that may hold Manage's invoice number. */
export type MatchField = { [S in System]: FieldOf<S> }[System];

/** What each accounting system really has; the usual one first. */
export const MATCH_FIELDS: { readonly [S in System]: readonly [FieldOf<S>, ...FieldOf<S>[]] } = {
  'poweroffice-go': [
    'number',
    'import-reference',
    'imported-order-number',
    'order-number',
    'matching-reference',
  ],
  'business-central': ['number', 'external-document-number', 'order-number'],
  'dynamics-nav': ['number', 'external-document-number'],
};
