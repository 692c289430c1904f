/** The loopback host by real requests, those of a hostile page or site included. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { builtPage } from '../../electron/loopback/app.ts';
import { Downloads } from '../../electron/loopback/downloads.ts';
import { startLoopbackServer } from '../../electron/loopback/server.ts';
import { echoingWorkbench, scratchFolder } from './scratch.ts';

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
type Ask = { method?: string; path: string; headers?: Record<string, string>; body?: string };

async function serve(home = scratchFolder()) {
  const folder = scratchFolder();
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'page', 'index.html'), '<title>Plumbline</title>');
  writeFileSync(join(folder, 'page', 'assets', 'a.js'), 'export {};');
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}');
  const workbench = echoingWorkbench();
  const downloads = new Downloads();
  const server = await startLoopbackServer({ home, workbench, downloads, page: builtPage(join(folder, 'page')) });
  let open = true;
  const close = async () => {
    if (open) await server.close();
    open = false;
  };
  onTestFinished(close);
  const address = new URL(server.address);
  const port = Number(address.port);
  const token = address.searchParams.get('token') ?? '';
  const cookie = `plumbline-${port}=${token}`;
  /** A raw request, so that Host and path go out as they are given. */
  const ask = ({ method = 'GET', path, headers = {}, body }: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const call = (method: string, body: string, headers: Record<string, string> = {}) =>
    ask({
      method: 'POST',
      path: `/call/${method}`,
      headers: { cookie, 'content-type': 'application/json', 'x-plumbline-client': 'tab', ...headers },
      body,
    });
  return { folder, workbench, downloads, address, port, token, cookie, ask, call, close };
}

test('the token in the address becomes a cookie that scripts cannot read and other sites do not send', async () => {
  const { ask, token, port } = await serve();
  const { status, headers } = await ask({ path: `/?token=${token}` });
  expect(status).toBe(303);
  expect(headers.location).toBe('/');
  expect(headers['set-cookie']).toEqual([`plumbline-${port}=${token}; Path=/; HttpOnly; SameSite=Strict`]);
});

test('with the cookie there is the page, under a strict policy', async () => {
  const { ask, cookie } = await serve();
  const { status, body, headers } = await ask({ path: '/', headers: { cookie } });
  expect([status, body, headers['content-type']]).toEqual([
    200,
    '<title>Plumbline</title>',
    'text/html; charset=utf-8',
  ]);
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
});

test.each([
  ['no token', {}, 401],
  ['a wrong cookie', { cookie: 'plumbline-PORT=wrong' }, 401],
  ['another port’s cookie', { cookie: 'plumbline-1=TOKEN' }, 401],
  ['a foreign Host (DNS rebinding)', { cookie: 'COOKIE', host: 'evil.example:PORT' }, 403],
  ['a Host without the port', { cookie: 'COOKIE', host: '127.0.0.1' }, 403],
  ['a foreign Origin', { cookie: 'COOKIE', origin: 'https://evil.example' }, 403],
  ['another port’s Origin', { cookie: 'COOKIE', origin: 'http://127.0.0.1:1' }, 403],
  ['an opaque Origin', { cookie: 'COOKIE', origin: 'null' }, 403],
  ['a cross-site request', { cookie: 'COOKIE', 'sec-fetch-site': 'cross-site' }, 403],
])('%s is refused everywhere and learns nothing', async (_name, given: Record<string, string>, status) => {
  const { ask, cookie, port, token } = await serve();
  const headers = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      value.replace('COOKIE', cookie).replace('TOKEN', token).replace('PORT', String(port)),
    ]),
  );
  for (const path of ['/', '/assets/a.js', '/events?client=a', '/download/a', '/nothing']) {
    expect(await ask({ path, headers })).toMatchObject({ status, body: '' });
  }
  const post = { method: 'POST', path: '/call/listSheets', body: '{}' };
  const answer = await ask({ ...post, headers: { ...headers, 'content-type': 'application/json' } });
  expect(answer).toMatchObject({ status, body: '' });
});

test('the token does not help a foreign Host', async () => {
  const { ask, token, port } = await serve();
  const answer = await ask({ path: `/?token=${token}`, headers: { host: `evil.example:${port}` } });
  expect(answer).toMatchObject({ status: 403, body: '' });
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test('the redirect after the token stays on this host', async () => {
  const { ask, token } = await serve();
  const { headers } = await ask({ path: `//evil.example/?token=${token}` });
  expect(headers.location).not.toMatch(/^\/\/|evil.*:/);
});

test('a call reaches the workbench with its input and client', async () => {
  const { call } = await serve();
  const { body, headers } = await call('openSheet', '{"sheetId":"表"}');
  expect(JSON.parse(body)).toEqual({
    ok: true,
    value: { method: 'openSheet', input: { sheetId: '表' }, clientId: 'tab' },
  });
  expect(headers['cache-control']).toBe('no-store');
});

test('a call that is no JSON is refused: by its type, or with a message', async () => {
  const { call } = await serve();
  expect(await call('listSheets', '{}', { 'content-type': 'text/plain' })).toMatchObject({ status: 415, body: '' });
  expect(JSON.parse((await call('listSheets', '{"a":')).body)).toMatchObject({
    ok: false,
    error: { code: 'invalid-input', message: { key: 'host.malformedJson', params: { method: 'listSheets' } } },
  });
});

test('a call larger than the limit is refused before it is read', async () => {
  const { ask, cookie } = await serve();
  const headers = { cookie, 'content-type': 'application/json', 'content-length': String(2 ** 30) };
  const answer = ask({ method: 'POST', path: '/call/importSheet', headers, body: '{}' });
  await expect(answer).resolves.toMatchObject({ status: 413 });
});

test.each([
  '/../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '/assets/../../secret.json',
  '/..%5csecret.json',
  '/%00.js',
  '/%',
  '/secret.json',
  '/assets/none.js',
])('%s is no file of the page', async (path) => {
  const { ask, cookie } = await serve();
  expect(await ask({ path, headers: { cookie } })).toMatchObject({ status: 404, body: '' });
});

test('scripts have their type and are kept by the browser', async () => {
  const { ask, cookie } = await serve();
  const { status, headers } = await ask({ path: '/assets/a.js', headers: { cookie } });
  expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect(headers['cache-control']).toContain('immutable');
});

test('a tab hears what others did, and not what it did itself', async () => {
  const { workbench, address, cookie } = await serve();
  const stop = new AbortController();
  const stream = await fetch(new URL('/events?client=me', address), { headers: { cookie }, signal: stop.signal });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  await expect.poll(workbench.listenerCount).toBe(1);
  workbench.emit({ event: 'sheetsListed' }, 'me');
  workbench.emit({ event: 'sheetsListed' }, 'other');
  workbench.emit({ event: 'jobProgress', jobId: 'j', share: 1, message: { key: 'host.internal', params: {} } }, null);
  let heard = '';
  const decoder = new TextDecoder();
  for await (const chunk of stream.body ?? []) {
    heard += decoder.decode(chunk);
    if (heard.includes('jobProgress')) break;
  }
  const events = [...heard.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json).event);
  expect(events).toEqual(['sheetsListed', 'jobProgress']);
  stop.abort();
  await expect.poll(workbench.listenerCount).toBe(0);
});

test('a file is downloaded once, under its name, and is gone then', async () => {
  const { folder, downloads, ask, cookie } = await serve();
  writeFileSync(join(folder, '成本.xlsx'), 'workbook');
  const path = downloads.offer(join(folder, '成本.xlsx'));
  const { status, headers, body } = await ask({ path, headers: { cookie } });
  expect([status, body]).toEqual([200, 'workbook']);
  expect(headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent('成本.xlsx')}`);
  expect(await ask({ path, headers: { cookie } })).toMatchObject({ status: 404, body: '' });
  expect(await ask({ path: '/download/guess', headers: { cookie } })).toMatchObject({ status: 404, body: '' });
});

const upload = { 'content-type': 'application/octet-stream', 'x-plumbline-client': 'tab' };

test('a file that a tab hands over lies under its own name until it is released', async () => {
  const { ask, cookie } = await serve();
  const headers = { ...upload, cookie, 'content-length': '3' };
  const path = `/upload?name=${encodeURIComponent('../点点 周报.csv')}`;
  const { body } = await ask({ method: 'POST', path, headers, body: 'a,b' });
  const { value } = JSON.parse(body);
  expect(basename(value.path)).toBe('点点 周报.csv');
  expect(readFileSync(value.path, 'utf8')).toBe('a,b');
  const release = (client: string) =>
    ask({
      method: 'DELETE',
      path: `/upload?path=${encodeURIComponent(value.path)}`,
      headers: { cookie, 'x-plumbline-client': client },
    });
  await release('another tab');
  expect(existsSync(value.path)).toBe(true);
  await release('tab');
  expect(existsSync(dirname(value.path))).toBe(false);
});

test('files that were handed over go with the host', async () => {
  const { ask, cookie, close } = await serve();
  const headers = { ...upload, cookie, 'content-length': '3' };
  const { body } = await ask({ method: 'POST', path: '/upload?name=a.csv', headers, body: 'a,b' });
  const { value } = JSON.parse(body);
  await close();
  expect(existsSync(dirname(value.path))).toBe(false);
});

test.each([
  ['too large', { 'content-length': String(5 * 2 ** 30) }, 413],
  ['of a type that a form can send', { 'content-type': 'text/plain' }, 415],
  ['from a page without the cookie', { cookie: 'none' }, 401],
])('a file is refused that is %s', async (_name, headers: Record<string, string>, status) => {
  const { ask, cookie } = await serve();
  const post = { method: 'POST', path: '/upload?name=a.csv', body: 'a' };
  expect(await ask({ ...post, headers: { ...upload, cookie, ...headers } })).toMatchObject({ status, body: '' });
});

test('started again, it has the same address; another data folder has another', async () => {
  const home = scratchFolder();
  const first = await serve(home);
  await first.close();
  const again = await serve(home);
  expect(again.address.href).toBe(first.address.href);
  expect((await serve()).token).not.toBe(first.token);
});

test('where the old port is taken it takes a free one, and a new token', async () => {
  const home = scratchFolder();
  const first = await serve(home);
  const second = await serve(home);
  expect(second.port).not.toBe(first.port);
  expect(second.token).not.toBe(first.token);
});
