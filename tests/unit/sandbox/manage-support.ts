import { openHosts, type Hosts, type HostsOptions } from '../../../sandbox/hosts';
import { CODEBASE, MANAGE_KEYS } from '../../../sandbox/manage/api';
import type { CustomFieldDefinition, ManageInvoiceRow, ManageState } from '../../../sandbox/manage/state';
import type { World } from '../../../sandbox/world';

export const API = `https://api-na.myconnectwise.net/${CODEBASE}apis/3.0`;
export const SITE_API = `https://na.myconnectwise.net/${CODEBASE}apis/3.0`;

export const PAID_AMOUNT: CustomFieldDefinition = { id: 61, caption: 'Paid Amount', type: 'Currency' };
export const DATE_PAID: CustomFieldDefinition = { id: 62, caption: 'Date Paid', type: 'Date' };

/** Midday on 15 May 2024. */
export const NOW = Date.parse('2024-05-15T12:00:00Z');

export interface TestWorld extends World {
  time: number;
}

/** An invoice over 1250 NOK that nobody has paid. */
export function invoice(id: number, part: Partial<ManageInvoiceRow> = {}): ManageInvoiceRow {
  return {
    id,
    invoiceNumber: String(12_000 + id),
    type: 'Standard',
    company: { id: 10_018, identifier: 'FJORDBYGG', name: 'Fjord Bygg AS' },
    currencyCode: 'NOK',
    date: '2024-04-01',
    dueDate: '2024-04-15',
    total: 1250,
    closed: false,
    reference: '',
    payments: [],
    customFieldValues: new Map(),
    lastUpdated: '2024-04-01T09:00:00Z',
    updatedBy: 'Accounting',
    ...part,
  };
}

export function worldWith(invoices: ManageInvoiceRow[], part: Partial<ManageState> = {}): TestWorld {
  return {
    time: NOW,
    now() {
      return this.time;
    },
    powerOffice: {
      clientId: '',
      clientName: '',
      invoices: [],
      entries: [],
      matches: [],
      bills: [],
      supplierEntries: [],
      supplierMatches: [],
      privileges: new Set(),
    },
    manage: {
      invoices,
      nextPaymentId: 1,
      accountingPackage: { syncPaymentInfoFlag: false, syncWisePayPaymentInfoFlag: false },
      customFields: [],
      purchaseOrders: [],
      purchaseOrderFields: [],
      reportsAvailable: true,
      ...part,
    },
  };
}

export const keyHeaders = {
  Authorization: `Basic ${btoa(`${MANAGE_KEYS.companyId}+${MANAGE_KEYS.publicKey}:${MANAGE_KEYS.privateKey}`)}`,
  clientId: MANAGE_KEYS.clientId,
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A client with the right keys, which speaks to the sandbox without sockets. */
export function clientOf(world: World, options: HostsOptions = {}) {
  const hosts: Hosts = openHosts(world, options);
  async function send(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await hosts.fetch(`${API}${path}`, {
      method,
      headers: { ...keyHeaders, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  }
  return {
    hosts,
    send,
    get: (path: string) => send('GET', path),
    /** The ids a list gives for conditions. */
    async matching(conditions: string): Promise<number[]> {
      const { status, body } = await send('GET', `/finance/invoices?${new URLSearchParams({ conditions })}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return (body as { id: number }[]).map(({ id }) => id);
    },
  };
}
