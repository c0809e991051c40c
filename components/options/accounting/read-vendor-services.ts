import type { FormReader } from '../form-reader';
import type { ConnectionTo } from './connection-of';
import { USUAL_VENDOR_SERVICES } from './vendor-service-names';

type VendorServices = Pick<ConnectionTo<'dynamics-nav'>['services'], keyof typeof USUAL_VENDOR_SERVICES>;

/** The names of the vendors' pages, from the filled form; as before where it does not show them. */
export function readVendorServices(form: FormReader, before: VendorServices | undefined): VendorServices {
  const { bills, vendorEntries, vendorDetailed } = before ?? USUAL_VENDOR_SERVICES;
  if (!form.has('billsService')) return { bills, vendorEntries, vendorDetailed };
  const serviceName = (name: 'billsService' | 'vendorEntriesService' | 'vendorDetailedService'): string =>
    form.matching(name, /^[^/?#]+$/, 'serviceName');
  return {
    bills: serviceName('billsService'),
    vendorEntries: serviceName('vendorEntriesService'),
    vendorDetailed: serviceName('vendorDetailedService'),
  };
}
