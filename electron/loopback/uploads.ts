/**
 * Files that a browser tab hands to the workbench: a tab knows no paths, so their content is written to
 * temporary files. Each lies in a folder of its own, under its own name, until it is released or the
 * host ends; of one tab the last few are kept.
 */
import { createWriteStream, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cannotWrite } from '../jobs/target-file.ts';

const KEPT = 3;

export type UploadOffer = { clientId: string; name: string };

export class Uploads {
  readonly #paths = new Map<string, string[]>();

  /** The path of the file, once all of it is there. Throws AppError 'cannot-write'; a cut stream leaves nothing. */
  async take(content: Readable, { clientId, name }: UploadOffer): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'plumbline-'));
    const path = join(folder, safeName(name));
    try {
      await pipeline(content, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw cannotWrite(folder, error);
    }
    const paths = this.#paths.get(clientId) ?? [];
    paths.push(path);
    this.#paths.set(clientId, paths);
    for (const old of paths.slice(0, -KEPT)) this.release(clientId, old);
    return path;
  }

  /** Removes a file that the tab handed over; any other path is left alone. */
  release(clientId: string, path: string): void {
    const paths = this.#paths.get(clientId) ?? [];
    if (!paths.includes(path)) return;
    const rest = paths.filter((other) => other !== path);
    this.#paths.set(clientId, rest);
    rmSync(dirname(path), { recursive: true, force: true });
  }

  close(): void {
    for (const [clientId, paths] of this.#paths) for (const path of paths) this.release(clientId, path);
  }
}

/** The file's own name, which imports are listed by, without what could lead elsewhere. */
function safeName(name: string): string {
  const safe = name.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').replace(/^[. ]+|[. ]+$/g, '');
  // Names end at 255 bytes, and a Chinese character takes three.
  return safe.slice(-80).toWellFormed().trim() || 'file';
}
