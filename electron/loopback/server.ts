/**
 * The loopback host on its port: `const server = await startLoopbackServer({ … }); … await server.close()`.
 */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { pageHeaders } from '../page/policy.ts';
import type { Workbench } from '../workbench.ts';
import { makeToken } from './access.ts';
import { buildLoopbackApp, type LoopbackEnvironment } from './app.ts';
import type { Downloads } from './downloads.ts';
import { keepAddress, readKeptAddress } from './kept-address.ts';
import { Uploads } from './uploads.ts';

export type LoopbackServer = {
  /** With the token: what the user opens. */
  address: string;
  close(): Promise<void>;
};

export type LoopbackServerOptions = {
  /** Must exist: the last run's port and token are kept there. */
  home: string;
  workbench: Pick<Workbench, 'dispatch' | 'events'>;
  page: MiddlewareHandler<LoopbackEnvironment>;
  downloads: Downloads;
  /** The last run's, or a free one, where none is given. */
  port?: number;
  headers?: Record<string, string>;
  server?: Server;
};

const LOOPBACK = '127.0.0.1';

export async function startLoopbackServer(options: LoopbackServerOptions): Promise<LoopbackServer> {
  const { home, workbench, page, downloads, headers = pageHeaders, server = createServer() } = options;
  const kept = readKeptAddress(home);
  const wanted = options.port ?? kept?.port ?? 0;
  const port = await listen(server, wanted).catch((error: unknown) => {
    if (options.port !== undefined || !isTaken(error)) throw error;
    return listen(server, 0);
  });
  // Whoever has our old port now may have been sent the cookie for it: the token stays with the port.
  const token = kept?.port === port ? kept.token : makeToken();
  keepAddress(home, { port, token });
  const uploads = new Uploads();
  const app = buildLoopbackApp({ workbench, page, downloads, uploads, token, headers, port });
  server.on('request', getRequestListener(app.fetch));
  return {
    address: `http://${LOOPBACK}:${port}/?token=${token}`,
    close: () =>
      new Promise((resolve, reject) => {
        downloads.close();
        uploads.close();
        server.close((error) => (error ? reject(error) : resolve()));
        // Event streams never end by themselves.
        server.closeAllConnections();
      }),
  };
}

/** Listens on `port`, or on a free one for 0; returns the port listened on. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(bound !== null && typeof bound === 'object' ? bound.port : port);
    });
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}
