/**
 * Files handed over to a browser tab: each at a random address that works once.
 *
 * `offer` takes the file over, and the folder of its own that it lies in: they are removed after the
 * download, or with `close`.
 */
import { randomBytes } from 'node:crypto';
import { rmdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Download = { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> };

export class Downloads {
  readonly #files = new Map<string, string | { name: string; content: Uint8Array }>();

  /** The address at which the file can be fetched once. */
  offer(path: string): string {
    const id = randomBytes(24).toString('base64url');
    this.#files.set(id, path);
    return `/download/${id}`;
  }

  /** The same of what lies in memory alone. */
  offerContent(name: string, content: Uint8Array): string {
    const id = randomBytes(24).toString('base64url');
    this.#files.set(id, { name, content });
    return `/download/${id}`;
  }

  /** The file offered under `id`; null for an unknown or used one. */
  async take(id: string): Promise<Download | null> {
    const offered = this.#files.get(id);
    if (offered === undefined) return null;
    this.#files.delete(id);
    if (typeof offered !== 'string') return downloadOf(offered.name, new Uint8Array(offered.content));
    const body = await readFile(offered);
    remove(offered);
    return downloadOf(basename(offered), body);
  }

  close(): void {
    for (const offered of this.#files.values()) if (typeof offered === 'string') remove(offered);
    this.#files.clear();
  }
}

function downloadOf(name: string, body: Uint8Array<ArrayBuffer>): Download {
  return {
    body,
    headers: {
      'content-type': name.endsWith('.xlsx') ? XLSX : 'application/octet-stream',
      'content-disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  };
}

/** The file, and its folder where nothing else is in it. */
function remove(path: string): void {
  rmSync(path, { force: true });
  try {
    rmdirSync(dirname(path));
  } catch {
    // It was not the file's alone.
  }
}

/** What old clients see that do not read `filename*`. */
function asciiName(name: string): string {
  return name.replace(/[^\w.-]+/g, '_');
}
