import type { PowerOfficeState, Privilege } from './state';

const PRIVILEGES: readonly Privilege[] = [
  'OutgoingInvoice',
  'CustomerLedger',
  'IncomingInvoice',
  'SupplierLedger',
];

/** GET /ClientIntegrationInformation: who the keys belong to and what they may do. */
export function clientIntegrationInformation({
  clientId,
  clientName,
  privileges,
}: PowerOfficeState): Response {
  return Response.json({
    ClientId: clientId,
    ClientName: clientName,
    ActiveClientSubscriptions: ['Go Regnskap', 'Go Faktura'],
    ValidPrivileges: PRIVILEGES.filter((each) => privileges.has(each)),
    InvalidPrivileges: PRIVILEGES.filter((each) => !privileges.has(each)),
  });
}
