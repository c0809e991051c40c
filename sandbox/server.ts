import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { makeCertificate } from './certificate';
import { manageApi } from './manage/api';
import { manageSite } from './manage/page';
import { powerOfficeApi } from './poweroffice-go/api';
import type { World } from './world';

export interface Sandbox {
  readonly port: number;
  readonly hosts: readonly string[];
  close(): Promise<void>;
}

/** Starts one HTTPS server that stands in for every host the product talks to. */
export async function startSandbox(world: World, port = 0): Promise<Sandbox> {
  const apps = {
    'na.myconnectwise.net': manageSite(world),
    'api-na.myconnectwise.net': manageApi(world),
    'goapi.poweroffice.net': powerOfficeApi(world),
  };
  const hosts = Object.keys(apps);
  const server = createServer(
    await makeCertificate(hosts),
    getRequestListener((request) => {
      const { hostname } = new URL(request.url);
      const app = apps[hostname as keyof typeof apps];
      return app === undefined ? new Response('unknown host', { status: 421 }) : app.fetch(request);
    }),
  );
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
