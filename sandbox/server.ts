import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { makeCertificate } from './certificate';
import { openHosts, type Hosts, type HostsOptions } from './hosts';
import type { World } from './world';

export { DROP, DROP_ANSWER } from './drop';

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
  const listener = getRequestListener(async (request, env) => {
    const response = await hosts.answer(request);
    if (response !== undefined) return response;
    (env as HttpBindings).incoming.socket.destroy();
    return new Response(null);
  });
  const server = createServer(await makeCertificate(hosts.hosts), (incoming, outgoing) => {
    void listener(incoming, outgoing);
  });
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
