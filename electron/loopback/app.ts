/**
 * The loopback host's HTTP interface: the page, calls of the contract, events, downloads.
 *
 *     GET  /…               the page's files
 *     POST /call/METHOD     input as JSON → Result as JSON
 *     GET  /events?client=  the workbench's events as server-sent events
 *     GET  /download/ID     a file that a call offered, once
 *     POST /upload?name=    a file's content → its path as a Result; DELETE /upload?path= removes it
 *
 * A request that may not come here gets a bare status and learns nothing.
 */
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { WorkbenchEvent } from '../../shared/contract.ts';
import { AppError, type Failure } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { PACKED_HEADER, packRows } from '../../shared/packed-rows.ts';
import { readPageFile } from '../page/files.ts';
import type { Workbench } from '../workbench.ts';
import { checkAccess } from './access.ts';
import type { Downloads } from './downloads.ts';
import type { Uploads } from './uploads.ts';

/** Enough for a sheet of 200,000 lines as one definition. */
const BODY_LIMIT = 256 * 1024 * 1024;
/** Larger than any vendor's file. */
const LARGEST_UPLOAD = 4 * 2 ** 30;
/** Keeps the stream open through anything that closes idle connections. */
const HEARTBEAT_MS = 20_000;

export type LoopbackEnvironment = { Bindings: HttpBindings };

export type LoopbackOptions = {
  workbench: Pick<Workbench, 'dispatch' | 'events'>;
  downloads: Downloads;
  uploads: Uploads;
  token: string;
  /** The port listened on. */
  port: number;
  headers: Record<string, string>;
  /** Answers what is none of the above: the built page, or vite's in development. */
  page: MiddlewareHandler<LoopbackEnvironment>;
};

export function buildLoopbackApp(options: LoopbackOptions): Hono<LoopbackEnvironment> {
  const { workbench, downloads, uploads, token, port, headers, page } = options;
  const app = new Hono<LoopbackEnvironment>();

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    const { host, origin, cookie, 'sec-fetch-site': site } = c.env.incoming.headers;
    const access = checkAccess(
      { url: new URL(c.req.url), host, origin, cookie, site: typeof site === 'string' ? site : undefined },
      token,
      port,
    );
    switch (access.kind) {
      case 'refused':
        return c.body(null, access.status);
      case 'enter':
        c.header('set-cookie', access.cookie);
        c.header('cache-control', 'no-store');
        return c.redirect(access.location, 303);
      case 'allowed':
        return next();
    }
  });

  app.post('/call/:method', bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => c.body(null, 413) }), async (c) => {
    c.header('cache-control', 'no-store');
    // A form of a foreign page cannot send this type without asking first.
    if (!c.req.header('content-type')?.startsWith('application/json')) return c.body(null, 415);
    const method = c.req.param('method');
    const text = await c.req.text();
    let input: unknown;
    try {
      input = JSON.parse(text);
    } catch {
      const error: Failure = {
        code: 'invalid-input',
        message: message('host.malformedJson', { method }),
        details: {},
      };
      return c.json({ ok: false, error });
    }
    const result = await workbench.dispatch(method, input, c.req.header('x-plumbline-client') ?? '');
    if (!result.ok || c.req.header(PACKED_HEADER) === undefined) return c.json(result);
    return c.json({ ok: true, value: packRows(result.value) });
  });

  app.get('/events', (c) => streamEvents(c, workbench, c.req.query('client') ?? ''));

  app.get('/download/:id', async (c) => {
    const download = await downloads.take(c.req.param('id'));
    return download ? c.body(download.body, 200, download.headers) : c.body(null, 404);
  });

  app.post('/upload', async (c) => {
    c.header('cache-control', 'no-store');
    // A form of a foreign page cannot send this type without asking first.
    if (c.req.header('content-type') !== 'application/octet-stream') return c.body(null, 415);
    const clientId = c.req.header('x-plumbline-client') ?? '';
    const length = c.req.header('content-length');
    if (length === undefined) return c.body(null, 411);
    if (Number(length) > LARGEST_UPLOAD) return c.body(null, 413);
    try {
      const path = await uploads.take(c.env.incoming, { clientId, name: c.req.query('name') ?? '' });
      return c.json({ ok: true, value: { path } });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return c.json({ ok: false, error: { code: error.code, message: error.said, details: error.details } });
    }
  });

  app.delete('/upload', (c) => {
    uploads.release(c.req.header('x-plumbline-client') ?? '', c.req.query('path') ?? '');
    return c.json({ ok: true, value: {} });
  });

  app.get('*', page);
  app.notFound((c) => c.body(null, 404));
  return app;
}

/** Serves the built page from `folder`. */
export function builtPage(folder: string): MiddlewareHandler<LoopbackEnvironment> {
  return async (c) => {
    const file = await readPageFile(folder, new URL(c.req.url).pathname);
    return file ? c.body(file.body, 200, file.headers) : c.body(null, 404);
  };
}

function streamEvents(c: Context, workbench: Pick<Workbench, 'events'>, clientId: string) {
  return streamSSE(c, async (stream) => {
    const send = (event: WorkbenchEvent) => stream.writeSSE({ data: JSON.stringify(event) });
    const unsubscribe = workbench.events.subscribe((event, except) => {
      if (except === null || except !== clientId) void send(event);
    });
    const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS);
    await stream.write(': welcome\n\n');
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    clearInterval(heartbeat);
    unsubscribe();
  });
}
