/**
 * `npm run dev:browser`: the browser host from source, with vite's hot reload in place of the built
 * page. Node's --watch starts it again when a source of the workbench changes; address and token
 * stay, so that an open tab goes on.
 *
 *     npm run dev:browser -- [--home DIR] [--port N]
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import react from '@vitejs/plugin-react';
import type { MiddlewareHandler } from 'hono';
import { createServer as createVite } from 'vite';
import { formatMessage, message } from '../../shared/messages.ts';
import { homeFolder } from '../home-folder.ts';
import type { LoopbackEnvironment } from '../loopback/app.ts';
import { Downloads } from '../loopback/downloads.ts';
import { startLoopbackServer } from '../loopback/server.ts';
import { developmentHeaders } from '../page/policy.ts';
import { dataFolder, projectFolder } from '../paths.ts';
import { systemLanguage } from '../system-language.ts';
import { openWorkbench } from '../workbench.ts';

const { values } = parseArgs({
  options: { home: { type: 'string' }, port: { type: 'string', default: '5180' } },
});

const httpServer = createServer();
const vite = await createVite({
  configFile: false,
  root: join(projectFolder, 'renderer'),
  plugins: [react()],
  server: { middlewareMode: true, hmr: { server: httpServer } },
});
const page: MiddlewareHandler<LoopbackEnvironment> = async (c) => {
  await new Promise<void>((resolve) => {
    c.env.outgoing.once('close', resolve);
    vite.middlewares(c.env.incoming, c.env.outgoing);
  });
  return RESPONSE_ALREADY_SENT;
};

// Not the user's own data, unless asked for.
const home = homeFolder(values.home ?? process.env.PLUMBLINE_HOME ?? join(projectFolder, 'out', 'development-home'));
const downloads = new Downloads();
const workbench = openWorkbench({
  home,
  dataFolder,
  host: { kind: 'browser', offerDownload: (path) => downloads.offer(path), log: (line) => console.error(line) },
});
const server = await startLoopbackServer({
  home,
  workbench,
  downloads,
  page,
  server: httpServer,
  port: Number(values.port),
  headers: developmentHeaders,
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    await vite.close();
    await server.close();
    workbench.close();
    process.exit(0);
  });
}
console.log(formatMessage(message('host.serving', { address: server.address }), systemLanguage()));
