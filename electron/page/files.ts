/**
 * The built page's files by the path of their address, for the app:// protocol and the loopback host.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export type PageFile = { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> };

/**
 * The file at `path` (as in the address: percent-encoded, beginning with `/`) of `folder`, or null
 * where there is none. A path without an ending is the page itself; one that would leave the
 * folder is none.
 */
export async function readPageFile(folder: string, path: string): Promise<PageFile | null> {
  const relative = pagePath(path);
  if (relative === null) return null;
  const type = CONTENT_TYPES[extname(relative)];
  const file = join(folder, relative);
  if (!type || !file.startsWith(folder + sep)) return null;
  try {
    const body = await readFile(file);
    const caching = relative.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
    return { body, headers: { 'content-type': type, 'cache-control': caching } };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function pagePath(path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null; // not percent-encoding: no file of ours
  }
  if (/[\\\0:]/.test(decoded) || decoded.split('/').includes('..')) return null;
  return extname(decoded) === '' ? '/index.html' : decoded;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code));
}
