import { ManageAPI } from 'connectwise-rest';
import pLimit from 'p-limit';
import { API_HOST, MANAGE_KEYS } from '../../../sandbox/manage/keys';
import type { Due, Wanted } from '../support/due';

/** What the public client hands to whatever carries its requests. */
interface Sending {
  readonly method: string;
  /** Undefined where there is nothing to say, as of the content of a GET. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly data?: string;
}

/** Whatever takes requests to Manage and brings its answers. */
export type Carrier = (url: string, init: RequestInit) => Promise<Response>;

/** What of the client carries its requests. */
interface Transport {
  readonly defaults: { adapter: (config: Sending) => Promise<unknown> };
  getUri(config: Sending): string;
}

/**
 * The sync as it is usually written, with the public client `connectwise-rest`: for each invoice, look it up, look at
 * its payments, write the one that is missing or differs. The client repeats nothing that was refused, so the first
 * refusal ends the sync: no other invoice is begun, and those that are under way come to their end.
 * @param due what the books say of each invoice, since the client is spared to read them
 * @param atOnce how many invoices are under way at the same time
 * @throws Error when Manage refused anything, once nothing is under way any more
 */
export async function usualSync(due: Due, carry: Carrier, atOnce: number): Promise<void> {
  const manage = clientOn(carry);
  const oneOf = pLimit({ concurrency: atOnce, rejectOnClear: true });
  const all = [...due].map(([number, { records }]) =>
    oneOf(async () => {
      try {
        await syncOne(manage, number, records[0]);
      } catch (error) {
        oneOf.clearQueue();
        throw error;
      }
    }),
  );
  await Promise.allSettled(all);
  await Promise.all(all);
}

async function syncOne(manage: ManageAPI, number: string, wanted: Wanted | undefined): Promise<void> {
  if (wanted === undefined) return;
  const found = await manage.FinanceAPI.getFinanceInvoices({ conditions: `invoiceNumber="${number}"` });
  const id = found[0]?.id;
  if (id === undefined) return;
  const payments = await manage.FinanceAPI.getFinanceInvoicesByParentIdPayments(id, {});
  const held = payments.find(({ credit }) => credit === null || credit === undefined);
  const to = { amount: wanted.amount, paymentDate: `${wanted.date}T00:00:00Z` };
  if (held?.id === undefined) {
    await manage.FinanceAPI.postFinanceInvoicesByParentIdPayments(id, to);
  } else if (held.amount !== to.amount || held.paymentDate !== to.paymentDate) {
    // Its types know only objects as values, against Manage's own documentation.
    const operations = Object.entries(to).map(([path, value]) => ({ op: 'replace', path, value }));
    await manage.FinanceAPI.patchFinanceInvoicesByParentIdPaymentsById(held.id, id, operations as never);
  }
}

/** The client as its own documentation sets it up, but for what carries its requests. */
function clientOn(carry: Carrier): ManageAPI {
  const { companyId, publicKey, privateKey, clientId } = MANAGE_KEYS;
  const keys = { companyId, publicKey, privateKey, clientId };
  const client = new ManageAPI({
    ...keys,
    companyUrl: API_HOST,
    apiVersion: '2025.1',
    logger: () => undefined,
  });
  // Private to TypeScript alone; there is no other way to give it a network that is not Node's.
  const transport = client.FinanceAPI['instance'] as Transport;
  transport.defaults.adapter = async (config: Sending) => {
    const { method, headers, data } = config;
    const response = await carry(transport.getUri(config), {
      method: method.toUpperCase(),
      headers: Object.entries(headers).filter((each): each is [string, string] => each[1] !== undefined),
      ...(data !== undefined && { body: data }),
    });
    if (!response.ok) throw new Error(`Manage refused with ${response.status}`);
    return { data: await response.text(), status: response.status, statusText: '', headers: {}, config };
  };
  return client;
}
