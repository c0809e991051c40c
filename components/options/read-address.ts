import { INVOICE_ADDRESS } from '@/utils/payments/invoice-address';
import type { FieldName } from './field-name';
import type { FormReader } from './form-reader';

/**
 * The address at which invoices are opened, as the form has it; as it was where the form does not show it.
 * @param allowHttp whether one without encryption is taken
 */
export function readAddress(
  form: FormReader,
  name: FieldName,
  before: string | undefined,
  { allowHttp = false }: { readonly allowHttp?: boolean } = {},
): { readonly invoiceAddress?: string } {
  const text = form.has(name) ? form.text(name) : (before ?? '');
  if (text === '') return {};
  const isPlain = text.toLowerCase().startsWith('http:');
  if (!INVOICE_ADDRESS.test(text) || (isPlain && !allowHttp)) form.refuse(name, 'invoiceAddress');
  return { invoiceAddress: text };
}
