/**
 * Nothing private reaches the disk: a real program writes canaries through every private method and through failures,
 * and every byte of its data folder and of its temporary folder is searched for them, whatever the moment.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../electron/store/migrations/migrations.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { CANARY, needles, PASSPHRASES } from './canaries.ts';

const CHILD = fileURLToPath(new URL('canary-child.ts', import.meta.url));

const root = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
const home = join(root, 'home');
const temporary = join(root, 'tmp');
afterAll(() => rmSync(root, { recursive: true, force: true }));

let child: ChildProcess;
let lines: Interface;
let recoveryKey = '';

function start(): void {
  child = spawn(process.execPath, [CHILD, home], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  if (child.stdout !== null) lines = createInterface({ input: child.stdout });
}

async function step(name: string): Promise<unknown> {
  child.stdin?.write(`${name}\n`);
  const [line] = await once(lines, 'line');
  const { done, failed } = JSON.parse(line);
  if (failed !== undefined) throw new Error(failed);
  return done;
}

async function kill(): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Where one of the texts stands: `plumbline.log: Canary… in UTF-8`. */
function findings(texts = [...Object.values(CANARY), ...PASSPHRASES]): string[] {
  const key = recoveryKey === '' ? [] : [recoveryKey, recoveryKey.replaceAll('-', '')];
  const sought = needles([...texts, ...key]);
  return filesUnder(root).flatMap((file) => {
    const bytes = readFileSync(file);
    return sought
      .filter((needle) => bytes.includes(needle.bytes))
      .map(({ what }) => `${file.slice(root.length)}: ${what}`);
  });
}

beforeAll(() => {
  mkdirSync(temporary, { recursive: true });
});

describe('what is private', { timeout: 120_000 }, () => {
  it('is found by this search where it is written plainly', () => {
    mkdirSync(home, { recursive: true });
    const file = join(home, 'plain');
    const { note } = CANARY;
    const plain: (string | Buffer)[] = [
      `x${note}y`,
      Buffer.from(`x${note}y`, 'utf16le'),
      JSON.stringify({ note }),
      ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${note} and more`).toString('base64')),
    ];
    for (const content of plain) {
      writeFileSync(file, content);
      expect(findings([note])).toHaveLength(1);
    }
    rmSync(file);
    expect(findings()).toEqual([]);
  });

  it('is in no file while the program runs', async () => {
    start();
    recoveryKey = String(await step('fill'));
    expect(recoveryKey).toMatch(/^([0-9A-Z]{4}-){8}/);
    const names = filesUnder(root).map((file) => file.slice(root.length));
    // What is searched is there: the store with its log, the program's log, an export here and one for download.
    expect(names).toEqual(
      expect.arrayContaining([
        '/home/plumbline.sqlite',
        '/home/plumbline.sqlite-wal',
        '/home/plumbline.log',
        '/home/out.plumbline-vault',
      ]),
    );
    expect(names.some((name) => name.startsWith('/tmp/'))).toBe(true);
    expect(statSync(join(home, 'plumbline.sqlite-wal')).size).toBeGreaterThan(100_000);
    const log = readFileSync(join(home, 'plumbline.log'), 'utf8');
    // The bug is there with its place, and without its message.
    expect(log).toMatch(/exportVaultText: TypeError\n {4}at /);
    expect(findings()).toEqual([]);
  });

  it('nor after it is locked, nor opened again', async () => {
    await step('lock');
    expect(findings()).toEqual([]);
    expect(await step('unlock')).toBeGreaterThan(10);
    expect(findings()).toEqual([]);
  });

  it('nor after kill -9, nor when the program is started again', async () => {
    await kill();
    expect(findings()).toEqual([]);
    start();
    expect(await step('unlock')).toBeGreaterThan(10);
    expect(findings()).toEqual([]);
    await step('close');
    await kill();
    expect(findings()).toEqual([]);
  });

  it('nor in the backup that a newer program makes', () => {
    openStore(home, [...migrations, 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT']).close();
    expect(filesUnder(join(home, 'backups'))).toHaveLength(1);
    expect(findings()).toEqual([]);
  });
});
