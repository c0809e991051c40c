import type { FormReader } from '../form-reader';
import type { ConnectionTo } from './connection-of';
import { MATCH_FIELDS } from './match-field';
import { readAddress } from '../read-address';
import { readBills } from './read-bills';
import { readMatching } from './read-matching';
import { readPaid } from './read-paid';
import { readName } from './read-name';

export const POWEROFFICE_KEYS = ['applicationKey', 'clientKey', 'subscriptionKey'] as const;

/** @param connected whether books are connected already, of whatever system */
export function readPowerOffice(
  form: FormReader,
  before: ConnectionTo<'poweroffice-go'> | undefined,
  connected: boolean,
): ConnectionTo<'poweroffice-go'> | null {
  if (!connected && POWEROFFICE_KEYS.every((name) => form.text(name) === '')) return null;
  const id = before?.id ?? 'poweroffice-go';
  for (const name of POWEROFFICE_KEYS) form.secret(name, `${id}.${name}`);
  const environment = form.text('environment') === 'demo' ? 'demo' : 'production';
  // Left empty, it is the one that is usual.
  const clientCurrency = form.text('localCurrency').toUpperCase();
  if (!/^([A-Z]{3})?$/.test(clientCurrency)) form.refuse('localCurrency', 'localCurrency');
  return {
    id,
    name: readName(form, before?.name, 'poweroffice-go'),
    system: 'poweroffice-go',
    environment,
    matching: readMatching(form, MATCH_FIELDS['poweroffice-go'], before?.matching),
    paid: readPaid(form, before?.paid),
    ...readAddress(form, 'booksInvoiceAddress', before?.invoiceAddress),
    bills: readBills(form, before?.bills),
    ...(clientCurrency !== '' && { clientCurrency }),
  };
}
