import { describe, expect, it } from 'vitest';
import { openDatabase } from '@/utils/storage/database';
import { DROP } from '../../../sandbox/drop';
import { SITE } from '../../../sandbox/manage/api';
import { createWorld } from '../../../sandbox/world';
import { openDesk, type DeskOptions } from '../worker/support';

type Desk = Awaited<ReturnType<typeof openDesk>>;
type Hostile = (request: Request) => Response | undefined;

/** Everything that was sent as proof of who asks: whatever of it turns up anywhere else has leaked. */
function proofs(): { readonly seen: Set<string>; readonly spy: (request: Request) => void } {
  const seen = new Set<string>();
  return {
    seen,
    spy({ headers }) {
      const [, proof] = (headers.get('authorization') ?? '').split(' ');
      if (proof) seen.add(proof).add(atobOrNothing(proof));
      const key = headers.get('ocp-apim-subscription-key');
      if (key) seen.add(key);
    },
  };
}

function atobOrNothing(text: string): string {
  try {
    return atob(text);
  } catch {
    return text;
  }
}

/** A host that throws back what it was sent, in the form in which it reports errors. */
const echo =
  (status: number, body: (told: string) => unknown): Hostile =>
  ({ headers, url }) => {
    const told = [...headers].map(([name, value]) => `${name}: ${value}`).join('; ');
    return Response.json(body(`refused ${url} with ${told}`), { status });
  };

const manageError = (message: string): unknown => ({
  code: 'InvalidObject',
  message,
  errors: [{ code: 'x', message, field: message }],
});
const problemDetails = (detail: string): unknown => ({
  title: detail,
  detail,
  errors: { x: [detail] },
  error: detail,
  error_description: detail,
});

const STATUSES = [200, 400, 401, 403, 404, 409, 429, 500, 503];
const HOSTS: readonly [string, (host: string) => boolean, (told: string) => unknown][] = [
  ['Manage', (host) => host.startsWith('api-'), manageError],
  ['PowerOffice Go', (host) => host.startsWith('goapi'), problemDetails],
];

const FAILURES: readonly [string, Hostile][] = [
  ...HOSTS.flatMap(([name, is, body]) =>
    STATUSES.map((status): [string, Hostile] => [
      `${name} throws back what it was sent, with status ${status}`,
      (request) => (is(new URL(request.url).hostname) ? echo(status, body)(request) : undefined),
    ]),
  ),
  ...HOSTS.map(([name, is]): [string, Hostile] => [
    `${name} throws back what it was sent, as a page`,
    ({ url, headers }) =>
      is(new URL(url).hostname)
        ? new Response(`${headers.get('authorization') ?? ''}<html>`, {
            headers: { 'content-type': 'text/html' },
          })
        : undefined,
  ]),
  ...HOSTS.map(([name, is]): [string, Hostile] => [
    `${name} is not reached`,
    ({ url }) => (is(new URL(url).hostname) ? DROP : undefined),
  ]),
  [
    'only writes to Manage are thrown back',
    (request) =>
      request.method === 'POST' && request.url.includes('/payments')
        ? echo(400, manageError)(request)
        : undefined,
  ],
  ['nothing fails', () => undefined],
];

/** A key that somebody has begun to enter in the guided setup. */
const HALF_ENTERED = 'half-entered-private-key';

/** Runs everything that a page or a form can ask for; answers all that the worker let out or wrote down. */
async function everythingSaid(desk: Desk): Promise<string> {
  const said: unknown[] = [];
  const ask = async (name: string, data?: unknown): Promise<void> => {
    said.push(await desk.fromPage(name, data), await desk.send(name, data));
  };
  await desk.run().then(
    (state) => said.push(state),
    (error: unknown) => said.push(error instanceof Error ? error.message : error),
  );
  for (const name of ['panelState', 'overview', 'tryManage']) await ask(name);
  const { settingsPage } = desk;
  const setup = {
    step: 'manage',
    fields: { clientId: 'half' },
    secrets: { 'manage.privateKey': HALF_ENTERED },
  };
  said.push(await settingsPage.keepSetup(setup), await settingsPage.readSetup());
  said.push(await settingsPage.discoverManage({ site: SITE }));
  said.push(await settingsPage.checkConnections(), await settingsPage.readSettings());
  said.push(await settingsPage.tryClosedInvoice({ invoiceNumber: '12380' }));
  const { connectionId } = desk;
  const stored = await settingsPage.readSettings();
  for (const { id, matching } of stored.ok ? stored.value.settings.connections : [])
    said.push(await settingsPage.previewMatching({ connectionId: id, matching }));
  await ask('stopRun', { connectionIds: [connectionId] });
  await ask('retryFailed', { connectionId });
  await ask('resumeRun', { connectionId });
  await ask('badgeFacts', ['12345']);
  await ask('badgeDates', ['12345']);
  await ask('takeOver', { connectionId, invoiceNumber: '12345', recordId: 1 });
  await ask('undoRun', { connectionId, runId: desk.runs.at(-1)?.id ?? 'none' });
  said.push(await settingsPage.exportSettings({ withSecrets: false }), await settingsPage.readSetup());
  // The keys of the setup go into the settings, and are told no more there.
  if (stored.ok) {
    const { settings } = stored.value;
    said.push(await settingsPage.saveSetup({ settings, secrets: {}, step: 'manage' }));
    said.push(await settingsPage.readSetup(), await settingsPage.readSettings());
  }
  await desk.send('stopRun', { connectionIds: [connectionId] });
  const db = await openDatabase();
  for (const store of db.objectStoreNames) {
    if (store !== 'secrets') said.push(await db.getAll(store), await db.getAllKeys(store));
  }
  db.close();
  return JSON.stringify([said, desk.runs]);
}

async function leaks(fails: Hostile, options: DeskOptions = {}): Promise<string[]> {
  const { seen, spy } = proofs();
  const desk = await openDesk(createWorld, {
    ...options,
    intercept(request) {
      spy(request);
      return fails(request);
    },
  });
  for (const secret of [HALF_ENTERED, ...Object.values(desk.secrets)]) if (secret !== '') seen.add(secret);
  const said = await everythingSaid(desk);
  expect(seen.size).toBeGreaterThan(4);
  return [...seen].filter(
    (secret) => said.includes(secret) || said.includes(JSON.stringify(secret).slice(1, -1)),
  );
}

describe('no secret is ever told, stored in the clear or exported when', () => {
  it.each(FAILURES)('%s', async (_, fails) => {
    expect(await leaks(fails)).toEqual([]);
  });
});

it('an export with secrets holds them all, for its file alone', async () => {
  const desk = await openDesk(createWorld);
  const file = await desk.settingsPage.exportSettings({ withSecrets: true });
  const text = file.ok ? file.value : '';
  for (const secret of Object.values(desk.secrets)) expect(text).toContain(secret);
  expect(await desk.fromPage('exportSettings', { withSecrets: true })).toMatchObject({ ok: false });
});
