import { ManageAPI } from 'connectwise-rest';
import pLimit from 'p-limit';
import { createCookieJar } from '../../../sandbox/cookie-jar';
import { API_HOST, MANAGE_KEYS } from '../../../sandbox/manage/keys';
import type { Life } from '../../chaos/life';
import { createStorage } from '../../chaos/storage';
import type { VirtualDay } from '../support/virtual-day';

/** What the public client hands to whatever carries its requests. */
interface Sending {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data?: string;
}

/** What of the client carries its requests. */
interface Transport {
  readonly defaults: { adapter: (config: Sending) => Promise<unknown> };
  getUri(config: Sending): string;
}

/**
 * The sync as it is usually written, with the public client `connectwise-rest`: for each invoice, look it up, look at
 * its payments, write the one that is missing or differs. The client repeats nothing that was refused, so the first
 * refusal ends the sync, as a rejected promise does.
 * @param atOnce how many invoices are under way at the same time
 */
export async function usualSync(day: VirtualDay, atOnce: number): Promise<void> {
  const manage = clientOn(day);
  const oneOf = pLimit(atOnce);
  await Promise.all(
    [...day.due].map(
      ([
        number,
        {
          records: [wanted],
        },
      ]) =>
        oneOf(async () => {
          if (wanted === undefined) return;
          const found = await manage.FinanceAPI.getFinanceInvoices({
            conditions: `invoiceNumber="${number}"`,
          });
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
            await manage.FinanceAPI.patchFinanceInvoicesByParentIdPaymentsById(
              held.id,
              id,
              operations as never,
            );
          }
        }),
    ),
  );
}

/** The client as its own documentation sets it up, whose requests travel on the virtual network. */
function clientOn({ network }: VirtualDay): ManageAPI {
  const nothing = (): void => undefined;
  const life: Life = {
    name: 'usual',
    browser: 'usual',
    cookies: createCookieJar(),
    storage: createStorage(),
    requests: [],
    modes: new Map(),
    kept: 0,
    isDead: () => false,
    onStep: nothing,
    onNoted: nothing,
  };
  const { companyId, publicKey, privateKey, clientId } = MANAGE_KEYS;
  const keys = { companyId, publicKey, privateKey, clientId };
  const client = new ManageAPI({ ...keys, companyUrl: API_HOST, apiVersion: '2025.1', logger: nothing });
  // Private to TypeScript alone; there is no other way to give it a network that is not Node's.
  const transport = client.FinanceAPI['instance'] as Transport;
  transport.defaults.adapter = async (config: Sending) => {
    const { method, headers, data } = config;
    const response = await network.fetch(life, transport.getUri(config), {
      method: method.toUpperCase(),
      headers: { ...headers },
      ...(data !== undefined && { body: data }),
    });
    if (!response.ok) throw new Error(`Manage refused with ${response.status}`);
    return { data: await response.text(), status: response.status, statusText: '', headers: {}, config };
  };
  return client;
}
