import { Agent, request } from 'node:https';
import type { Sandbox } from '../../../sandbox/server';
import type { Carrier } from './usual-sync';

/** Carries requests over sockets to a sandbox, whatever host they name, on connections that stay open. */
export function realCarrier({ port }: Sandbox): Carrier {
  const agent = new Agent({ keepAlive: true });
  return (url, init) =>
    new Promise((resolve, reject) => {
      const { host, hostname, pathname, search } = new URL(url);
      const headers = { ...Object.fromEntries(new Headers(init.headers)), host };
      const sent = request(
        {
          ...{ agent, port, headers, host: '127.0.0.1', servername: hostname, rejectUnauthorized: false },
          ...{ method: init.method, path: pathname + search },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve(new Response(Buffer.concat(parts), { status: answer.statusCode ?? 500 })),
          );
        },
      );
      sent.on('error', reject);
      sent.end(init.body);
    });
}
