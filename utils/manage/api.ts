import type { HttpClient } from '@/utils/http/http-client';
import { createConnection } from './connection';
import type { ManageCredentials } from './credentials';
import { invoiceReportEndpoint } from './endpoints/invoice-report';
import { invoiceEndpoints } from './endpoints/invoices';
import { paymentEndpoints } from './endpoints/payments';
import { purchaseOrderEndpoints } from './endpoints/purchase-orders';
import { systemEndpoints } from './endpoints/system';

export interface ManageApiOptions {
  readonly http: HttpClient;
  /** From {@link apiBase}. */
  readonly base: string;
  readonly credentials: ManageCredentials;
  /**
   * ISO 4217 code for invoices that Manage names no currency of, as where a firm uses only one. Without it they
   * have the currency '', which equals none in the books, so that they are skipped and nothing is assumed.
   */
  readonly homeCurrency?: string;
  /** Whether custom fields are read along with invoices; true unless said otherwise. */
  readonly customFields?: boolean;
}

/**
 * The Manage REST API, one method per endpoint the product uses. What it learns about this Manage (whether it
 * takes lists of fields, has reports, how it names payments) lasts as long as the client.
 * Source: ConnectWise OpenAPI 2025.8.
 */
export function createManageApi(options: ManageApiOptions) {
  const { homeCurrency = '', customFields = true } = options;
  const connection = createConnection(options);
  return {
    /** For endpoints that are no part of this. */
    connection,
    ...invoiceEndpoints(connection, { homeCurrency, customFields }),
    ...paymentEndpoints(connection),
    ...invoiceReportEndpoint(connection),
    ...systemEndpoints(connection),
    purchaseOrders: purchaseOrderEndpoints(connection, homeCurrency),
  };
}

export type ManageApi = ReturnType<typeof createManageApi>;
