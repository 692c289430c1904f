/**
 * Files handed over to a browser tab: each at a random address that works once.
 *
 * `offer` takes the file over: it is removed after the download, or with `close`.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Download = { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> };

export class Downloads {
  readonly #files = new Map<string, string>();

  /** The address at which the file can be fetched once. */
  offer(path: string): string {
    const id = randomBytes(24).toString('base64url');
    this.#files.set(id, path);
    return `/download/${id}`;
  }

  /** The file offered under `id`; null for an unknown or used one. */
  async take(id: string): Promise<Download | null> {
    const path = this.#files.get(id);
    if (path === undefined) return null;
    this.#files.delete(id);
    const body = await readFile(path);
    await rm(path, { force: true });
    const name = basename(path);
    return {
      body,
      headers: {
        'content-type': name.endsWith('.xlsx') ? XLSX : 'application/octet-stream',
        'content-disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'no-store',
      },
    };
  }

  close(): void {
    for (const path of this.#files.values()) rmSync(path, { force: true });
    this.#files.clear();
  }
}

/** What old clients see that do not read `filename*`. */
function asciiName(name: string): string {
  return name.replace(/[^\w.-]+/g, '_');
}
