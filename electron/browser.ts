/**
 * Browser host: serves the workbench on 127.0.0.1 to the user's browser.
 *
 *     node electron/browser.ts [--home DIR] [--port N] [--no-open]
 *
 * Prints the address to open. Ends cleanly on Ctrl+C, on a termination signal, and with the process
 * that started it.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AppError } from '../shared/errors.ts';
import { formatMessage, message } from '../shared/messages.ts';
import { homeFolder } from './home-folder.ts';
import { openLog } from './log.ts';
import { builtPage } from './loopback/app.ts';
import { Downloads } from './loopback/downloads.ts';
import { openInBrowser } from './loopback/open-in-browser.ts';
import { startLoopbackServer } from './loopback/server.ts';
import { dataFolder, pageFolder } from './paths.ts';
import { systemLanguage } from './system-language.ts';
import { openWorkbench } from './workbench.ts';

const language = systemLanguage();

async function serve(): Promise<void> {
  const { values } = parseArgs({
    options: {
      home: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  if (!existsSync(pageFolder)) {
    throw new AppError('not-found', message('host.notBuilt', { folder: pageFolder }));
  }
  const downloads = new Downloads();
  const home = homeFolder(values.home);
  const workbench = openWorkbench({
    home,
    dataFolder,
    host: {
      kind: 'browser',
      offerDownload: (path) => downloads.offer(path),
      offerContent: (name, content) => downloads.offerContent(name, content),
      log: openLog(home),
    },
  });
  const server = await startLoopbackServer({
    home,
    workbench,
    downloads,
    page: builtPage(pageFolder),
    ...(values.port !== undefined && { port: Number(values.port) }),
  });

  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await server.close();
    workbench.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', end);

  console.log(formatMessage(message('host.serving', { address: server.address }), language));
  console.log(formatMessage(message('host.stopHint'), language));
  if (!values['no-open']) await openInBrowser(server.address);
}

serve().catch((error: unknown) => {
  const reason =
    error instanceof AppError
      ? formatMessage(error.said, language)
      : formatMessage(message('host.cannotStart', { reason: String(error) }), language);
  console.error(reason);
  process.exit(1);
});
