/**
 * Starts the loopback host: `const server = await startLoopbackServer({ … }); server.address; await server.close()`.
 */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { pageHeaders } from '../page/policy.ts';
import type { Workbench } from '../workbench.ts';
import { makeToken } from './access.ts';
import { buildLoopbackApp, type LoopbackEnvironment } from './app.ts';
import type { Downloads } from './downloads.ts';

export type LoopbackServer = {
  /** With the token: what the user opens. */
  address: string;
  port: number;
  close(): Promise<void>;
};

export type LoopbackServerOptions = {
  workbench: Pick<Workbench, 'dispatch' | 'events'>;
  page: MiddlewareHandler<LoopbackEnvironment>;
  downloads: Downloads;
  /** 0 takes a free one. */
  port?: number;
  token?: string;
  headers?: Record<string, string>;
  server?: Server;
};

const LOOPBACK = '127.0.0.1';

export async function startLoopbackServer(options: LoopbackServerOptions): Promise<LoopbackServer> {
  const { workbench, page, downloads, token = makeToken(), headers = pageHeaders, server = createServer() } = options;
  let port = options.port ?? 0;
  const app = buildLoopbackApp({ workbench, page, downloads, token, headers, port: () => port });
  server.on('request', getRequestListener(app.fetch));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  const bound = server.address();
  if (bound !== null && typeof bound === 'object') port = bound.port;
  return {
    address: `http://${LOOPBACK}:${port}/?token=${token}`,
    port,
    close: () =>
      new Promise((resolve, reject) => {
        downloads.close();
        server.close((error) => (error ? reject(error) : resolve()));
        // Event streams never end by themselves.
        server.closeAllConnections();
      }),
  };
}
