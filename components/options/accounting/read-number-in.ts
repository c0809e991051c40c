import type { FormReader } from '../form-reader';
import type { ConnectionTo } from './connection-of';

/** Which field of an invoice in the books holds the invoice number of Manage. */
export type NumberIn = ConnectionTo<'business-central' | 'dynamics-nav'>['manageNumberIn'];

export function readNumberIn(form: FormReader): NumberIn {
  return form.text('manageNumberIn') === 'external-document-number' ? 'external-document-number' : 'number';
}
