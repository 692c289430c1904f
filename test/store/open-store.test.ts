import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isSound } from '../../electron/store/check-store.ts';
import { migrations } from '../../electron/store/migrations/migrations.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { readPreferences, writePreferences } from '../../electron/store/preferences.ts';
import { sqliteCode } from '../../electron/store/sqlite.ts';
import type { AppError } from '../../shared/errors.ts';
import { formatMessage } from '../../shared/messages.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';

const fileOf = (home: string) => join(home, 'plumbline.sqlite');

function refusal(open: () => unknown): AppError {
  try {
    open();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('It was not refused');
}

/** A store with something in it, closed. */
function filledHome(): string {
  const home = folderForTest();
  const store = openStore(home);
  writePreferences(store.db, { theme: 'dark' });
  store.db.exec(
    `INSERT INTO sheet VALUES ('s', '${'x'.repeat(200_000)}', '', '', '', NULL, NULL, NULL, NULL, 0, '', '', NULL)`,
  );
  store.close();
  return home;
}

describe('opening the store', () => {
  it('makes folder and file where they are missing, with the settings that keep data safe', () => {
    const store = openStore(join(folderForTest(), 'a', 'b'));
    const pragma = (name: string) => store.db.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('foreign_keys'), pragma('synchronous'), pragma('user_version')]).toEqual([
      'wal',
      1,
      2,
      migrations.length,
    ]);
    store.close();
  });

  it('has the schema of the snapshot, all tables strict', () => {
    const store = openStore(folderForTest());
    // Shadow tables are SQLite's own, made for a virtual table.
    const rows = store.db.prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
      AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')`);
    const statements = rows.pluck().all().map(String);
    store.close();
    expect(statements.filter((sql) => sql.startsWith('CREATE TABLE') && !sql.includes('STRICT'))).toEqual([]);
    expect(statements.join(';\n')).toMatchSnapshot();
  });

  it('refuses a folder that cannot be made', () => {
    const file = join(folderForTest(), 'file');
    writeFileSync(file, '');
    expect(refusal(() => openStore(join(file, 'home'))).code).toBe('cannot-write');
  });
});

describe('migrations', () => {
  const next = [...migrations, "ALTER TABLE sheet ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'"];

  it('run after a backup, and keep what is there', () => {
    const home = filledHome();
    const store = openStore(home, next);
    expect(store.db.prepare('SELECT colour FROM sheet').pluck().all()).toEqual(['red']);
    expect(readPreferences(store.db).theme).toBe('dark');
    store.close();

    const [backup, ...others] = readdirSync(join(home, 'backups'));
    expect(others).toEqual([]);
    const db = new Database(join(home, 'backups', backup), { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(db.prepare('SELECT length(title_zh) FROM sheet').pluck().get()).toBe(200_000);
    db.close();
  });

  it('make no backup where nothing is pending', () => {
    const home = filledHome();
    openStore(home).close();
    expect(existsSync(join(home, 'backups'))).toBe(false);
  });

  it('all happen or none', () => {
    const home = filledHome();
    expect(() => openStore(home, [...next, 'CREATE TABLE sheet (id TEXT) STRICT'])).toThrow(/sheet/);
    const store = openStore(home);
    expect(store.db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(store.db.prepare('SELECT * FROM sheet').columns()).toHaveLength(13);
    store.close();
  });

  it('refuse a store of a newer program and leave it as it was', () => {
    const home = filledHome();
    openStore(home, next).close();
    const before = readFileSync(fileOf(home));
    const error = refusal(() => openStore(home));
    expect(error.code).toBe('newer-version');
    expect(formatMessage(error.said, 'en')).toContain(fileOf(home));
    expect(readFileSync(fileOf(home)).equals(before)).toBe(true);
    openStore(home, next).close();
  });
});

describe('a damaged store', () => {
  const damages: [string, (bytes: Buffer) => Buffer][] = [
    ['overwritten from the start', (bytes) => Buffer.concat([Buffer.alloc(100, 'x'), bytes.subarray(100)])],
    [
      'overwritten in the middle',
      (bytes) => Buffer.concat([bytes.subarray(0, 8192), Buffer.alloc(40_960, 'x'), bytes.subarray(49_152)]),
    ],
    ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['some other file', () => Buffer.from('Dear diary, this is no database at all.'.repeat(50))],
  ];

  it.each(damages)('%s is refused, named and left as it was', (_, damage) => {
    const home = filledHome();
    const damaged = damage(readFileSync(fileOf(home)));
    writeFileSync(fileOf(home), damaged);
    const error = refusal(() => openStore(home));
    expect(error.code).toBe('store-corrupt');
    for (const language of ['zh', 'en'] as const) {
      expect(formatMessage(error.said, language)).toContain(fileOf(home));
      expect(formatMessage(error.said, language)).toContain(join(home, 'backups'));
    }
    expect(readFileSync(fileOf(home)).equals(damaged)).toBe(true);
    expect(refusal(() => openStore(home)).code).toBe('store-corrupt');
  });

  it.each(damages)('%s is found in a store too large to be looked through', (_, damage) => {
    const home = filledHome();
    writeFileSync(fileOf(home), damage(readFileSync(fileOf(home))));
    const isLargeSound = () => {
      const db = new Database(fileOf(home), { readonly: true });
      try {
        return isSound(db, fileOf(home), 0);
      } finally {
        db.close();
      }
    };
    let found: unknown;
    try {
      found = isLargeSound();
    } catch (error) {
      found = error;
    }
    expect(found === false || /^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCode(found))).toBe(true);
  });

  it('is found in time where there are millions of observations, which are not looked through', () => {
    const home = filledHome();
    const store = openStore(home);
    const rows = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)`;
    store.db.exec(`${rows} INSERT INTO observation SELECT 1, i, i, NULL, 1 FROM n`);
    const [page] = store.db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'observation'").pluck().all();
    const size = Number(store.db.pragma('page_size', { simple: true }));
    store.close();
    const bytes = readFileSync(fileOf(home));
    writeFileSync(fileOf(home), bytes.fill('x', (Number(page) - 1) * size, Number(page) * size));
    const db = new Database(fileOf(home), { readonly: true });
    expect(isSound(db, fileOf(home), 0)).toBe(true);
    expect(() => db.prepare('SELECT * FROM observation').all()).toThrow(/malformed/);
    db.close();
    expect(refusal(() => openStore(home)).code).toBe('store-corrupt');
  });

  it('that is empty counts as new', () => {
    const home = folderForTest();
    writeFileSync(fileOf(home), '');
    openStore(home).close();
    expect(statSync(fileOf(home)).size).toBeGreaterThan(0);
  });
});

describe('the lock', () => {
  it('keeps a second opening out at once, without touching anything', () => {
    const home = filledHome();
    const store = openStore(home);
    const before = readFileSync(fileOf(home));
    const began = performance.now();
    expect(refusal(() => openStore(home)).code).toBe('in-use');
    // SQLite itself would wait for five seconds.
    expect(performance.now() - began).toBeLessThan(4000);
    expect(readFileSync(fileOf(home)).equals(before)).toBe(true);
    writePreferences(store.db, { theme: 'light' });
    store.close();
    openStore(home).close();
  });

  it('holds between processes, and ends with the process however it ends', async () => {
    const home = join(folderForTest(), 'home');
    mkdirSync(home);
    const module = new URL('../../electron/store/open-store.ts', import.meta.url);
    const script = `import { openStore } from ${JSON.stringify(module.href)};
      openStore(${JSON.stringify(home)}); console.log('open'); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const error = refusal(() => openStore(home));
    expect(error.code).toBe('in-use');
    expect(formatMessage(error.said, 'en')).toContain(home);
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await ended;
    openStore(home).close();
  });
});
