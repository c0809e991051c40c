import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { makeCertificate } from './certificate';
import { openHosts, type Hosts, type HostsOptions } from './hosts';
import type { World } from './world';

export { DROP, DROP_ANSWER } from './drop';
export type { LoggedRequest } from './hosts';

export interface SandboxOptions extends HostsOptions {
  /** 0, the default, takes any port that is free. */
  readonly port?: number;
}

export interface Sandbox extends Hosts {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts one HTTPS server that stands in for every host the product talks to. */
export async function startSandbox(
  world: World,
  { port = 0, ...options }: SandboxOptions = {},
): Promise<Sandbox> {
  const hosts = openHosts(world, options);
  const server = createServer(
    await makeCertificate(hosts.hosts),
    getRequestListener(async (request, env) => {
      const response = await hosts.answer(request);
      if (response !== undefined) return response;
      (env as HttpBindings).incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    ...hosts,
    get tooManyRequests() {
      return hosts.tooManyRequests;
    },
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
