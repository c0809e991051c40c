import type { FieldName } from '../field-name';
import type { FormReader } from '../form-reader';
import type { ConnectionTo } from './connection-of';
import { isUnencrypted, odataAddressFromText } from './odata-address';
import { MATCH_FIELDS } from './match-field';
import { readAddress } from '../read-address';
import { readBills } from './read-bills';
import { USUAL_SERVICES } from './usual-services';
import { readMatching } from './read-matching';
import { readPaid } from './read-paid';
import { readName } from './read-name';
import { readVendorServices } from './read-vendor-services';

/** A server that is reached without encryption is taken only with the box ticked that says so. */
export function readDynamicsNav(
  form: FormReader,
  before: ConnectionTo<'dynamics-nav'> | undefined,
): ConnectionTo<'dynamics-nav'> {
  const id = before?.id ?? 'dynamics-nav';
  const baseUrl = odataAddressFromText(form.required('baseUrl')) ?? '';
  if (baseUrl === '') form.refuse('baseUrl', 'odataAddress');
  const isAsBefore = before?.baseUrl === baseUrl;
  const allowHttp = isUnencrypted(baseUrl) ? form.has('allowHttp') : isAsBefore && before.allowHttp;
  if (isUnencrypted(baseUrl) && !allowHttp) form.refuse('allowHttp', 'unencrypted');
  const serviceName = (name: FieldName): string => form.matching(name, /^[^/?#]+$/, 'serviceName');
  form.secret('webServiceKey', `${id}.webServiceKey`);
  return {
    id,
    name: readName(form, before?.name, 'dynamics-nav'),
    system: 'dynamics-nav',
    baseUrl,
    allowHttp,
    company: form.required('company'),
    services: {
      ...(before?.services ?? USUAL_SERVICES),
      invoices: serviceName('invoicesService'),
      entries: serviceName('entriesService'),
      detailed: serviceName('detailedService'),
      ...readVendorServices(form, before?.services),
    },
    localCurrency: form.matching('localCurrency', /^[A-Z]{3}$/i, 'localCurrency').toUpperCase(),
    user: form.matching('user', /^[^:]+$/, 'userName'),
    matching: readMatching(form, MATCH_FIELDS['dynamics-nav'], before?.matching),
    paid: readPaid(form, before?.paid),
    ...readAddress(form, 'booksInvoiceAddress', before?.invoiceAddress, { allowHttp }),
    bills: readBills(form, before?.bills),
  };
}
