import type { ProbeName } from '@/utils/accounting/probe-name';
import type { z } from 'zod/mini';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import { incomingInvoiceSchema, outgoingInvoiceSchema, type PostedInvoice } from './schemas';

/** One of a company's two ledgers: what the API calls its parts, and how it shows them. */
export interface SubLedger {
  readonly ledger: Ledger;
  readonly invoices: 'OutgoingInvoices' | 'IncomingInvoices';
  readonly invoice: z.ZodMiniType<Omit<PostedInvoice, 'ClientCurrency'>>;
  readonly entries: 'Customerledger' | 'Supplierledger';
  /** Whether what is owed is a negative amount. */
  readonly owedIsNegative: boolean;
  /** What an integration must be allowed, as the vendor names it. */
  readonly privileges: readonly string[];
  /** The lines of a connection check that try the list and the ledger. */
  readonly probes: readonly [invoices: ProbeName, entries: ProbeName];
}

/** Source: the vendor's OpenAPI description. */
export const SUB_LEDGERS: Readonly<Record<Ledger, SubLedger>> = {
  receivable: {
    ledger: 'receivable',
    invoices: 'OutgoingInvoices',
    invoice: outgoingInvoiceSchema,
    entries: 'Customerledger',
    owedIsNegative: false,
    privileges: ['OutgoingInvoice', 'CustomerLedger'],
    probes: ['powerOfficeInvoices', 'powerOfficeLedger'],
  },
  payable: {
    ledger: 'payable',
    invoices: 'IncomingInvoices',
    invoice: incomingInvoiceSchema,
    entries: 'Supplierledger',
    owedIsNegative: true,
    privileges: ['IncomingInvoice', 'SupplierLedger'],
    probes: ['powerOfficeBills', 'powerOfficeSupplierLedger'],
  },
};
