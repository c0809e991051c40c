import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MANAGE_KEYS, SITE } from '../../../sandbox/manage/api';
import { POWEROFFICE_KEYS } from '../../../sandbox/poweroffice-go/api';
import { ADD_ON_ID } from '../../../scripts/firefox';
import { fill, find, press, untilSays } from './support/find';
import { openFirefoxDemo, type FirefoxDemo } from './support/firefox-demo';

const POLICY = {
  manage: {
    site: SITE,
    companyId: MANAGE_KEYS.companyId,
    signIn: 'api-keys',
    publicKey: MANAGE_KEYS.publicKey,
    clientId: MANAGE_KEYS.clientId,
  },
  connections: [{ id: 'nord-it', name: 'Nord IT', system: 'poweroffice-go' }],
};

let home: string;
let demo: FirefoxDemo;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'payment-sync-home-'));
  const folder = join(home, '.mozilla', 'managed-storage');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: ADD_ON_ID, description: 'Payment Sync', type: 'storage', data: POLICY };
  writeFileSync(join(folder, `${ADD_ON_ID}.json`), JSON.stringify(manifest));
  demo = await openFirefoxDemo({ home });
});
afterAll(async () => {
  await demo?.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

it('What is managed is locked in Firefox too, and with keys alone all is well', async () => {
  const options = await demo.openOwnPage('options.html');
  await untilSays(options, /Set by your organisation/);
  const site = await find(options, 'Manage site');
  expect(
    await site.evaluate((input) => [(input as HTMLInputElement).value, (input as HTMLInputElement).readOnly]),
  ).toEqual([SITE, true]);
  await fill(options, 'Private key', MANAGE_KEYS.privateKey);
  await fill(options, 'Application key', POWEROFFICE_KEYS.applicationKey);
  await fill(options, 'Client key', POWEROFFICE_KEYS.clientKey);
  await fill(options, 'Subscription key', POWEROFFICE_KEYS.subscriptionKey);
  await press(options, 'Save');
  await untilSays(options, /^Saved\.$/m);
  await press(options, 'Check connections');
  await untilSays(options, /All is well\./);
});
