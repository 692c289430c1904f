/**
 * Somebody with write access to the data file, and what the vault says: at the next opening, after the next write,
 * and once the user has accepted what is there.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../electron/store/open-store.ts';
import type { Db } from '../../electron/store/sqlite.ts';
import { Vault } from '../../electron/vault/vault.ts';
import type { AppError } from '../../shared/errors.ts';
import { noteOf, versionOf } from './record-for-test.ts';

const now = () => '2026-01-02T03:04:05.000Z';
const PASSPHRASE = '铅垂线 hangs true';

let store: Store;
let db: Db;
let recoveryKey: string;
const home = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
const first = noteOf('first', { id: '10000000-0000-4000-8000-000000000001' });
const second = noteOf('second', { id: '10000000-0000-4000-8000-000000000002' });
const third = noteOf('third', { id: '20000000-0000-4000-8000-000000000003' });
const version = versionOf(first, 'former');
const BUCKET = 0x10;

beforeAll(async () => {
  store = openStore(home);
  db = store.db;
  const vault = new Vault(db, now);
  recoveryKey = await vault.create(PASSPHRASE);
  vault.write([
    ...[first, second, third].map((record) => ({ put: 'note' as const, record })),
    { put: 'noteVersion', record: version },
  ]);
});
afterAll(() => {
  store.close();
  rmSync(home, { recursive: true });
});

async function opened(): Promise<Vault> {
  const vault = new Vault(db, now);
  await vault.unlock({ recoveryKey });
  return vault;
}

const textsOf = (vault: Vault) =>
  vault
    .list('note')
    .map(({ text }) => text)
    .toSorted();
const faultsOf = (vault: Vault) => vault.faults.map(({ recordId, fault }) => `${nameOf(recordId)} ${fault}`).toSorted();
const nameOf = (id: string) =>
  ({ [first.id]: 'first', [second.id]: 'second', [third.id]: 'third', [version.id]: 'version' })[id] ?? id;

/** Runs `work` on the vault's rows and puts everything back. */
async function meanwhile<T>(work: () => Promise<T>): Promise<T> {
  db.exec('SAVEPOINT before');
  try {
    return await work();
  } finally {
    db.exec('ROLLBACK TO before; RELEASE before');
  }
}

const ROWS = ['vault', 'vault_manifest', 'vault_record'] as const;
type Snapshot = Record<(typeof ROWS)[number], Record<string, unknown>[]>;

function snapshot(): Snapshot {
  const rowsOf = (table: string) => db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
  return { vault: rowsOf('vault'), vault_manifest: rowsOf('vault_manifest'), vault_record: rowsOf('vault_record') };
}

/** Puts rows of an earlier state back. */
function putBack(earlier: Snapshot, table: (typeof ROWS)[number], isMeant: (row: Record<string, unknown>) => boolean) {
  for (const row of earlier[table].filter(isMeant)) {
    const columns = Object.keys(row);
    db.prepare(`INSERT OR REPLACE INTO ${table} (${columns}) VALUES (${columns.map((name) => `@${name}`)})`).run(row);
  }
}

const edit = async () => {
  const vault = await opened();
  vault.write([{ put: 'note', record: { ...first, text: 'first, changed' } }]);
};
const ofBucket = ({ place }: Record<string, unknown>) => place === String(BUCKET);
const ofFirst = ({ id }: Record<string, unknown>) => id === first.id;
const anything = () => true;
const flip = `CAST(x'00' || substr(body, 2) AS BLOB)`;

type Row = [what: string, tamper: (earlier: Snapshot) => void, faults: string[], left: string[], after: string[]];
const CHANGED = ['first, changed', 'second', 'third'];

describe.each<Row>([
  [
    'a damaged record',
    () => db.exec(`UPDATE vault_record SET body = ${flip} WHERE id = '${first.id}'`),
    ['first damaged'],
    ['second', 'third'],
    ['second', 'third'],
  ],
  [
    'a damaged record with its checksum forged',
    () => {
      const { nonce, tag, body } = db.prepare('SELECT * FROM vault_record WHERE id = ?').get(first.id) as Record<
        string,
        Buffer
      >;
      const altered = Buffer.from(body);
      altered[0] ^= 1;
      const sum = createHash('sha256').update(nonce).update(tag).update(altered).digest().subarray(0, 16);
      db.prepare('UPDATE vault_record SET body = ?, checksum = ? WHERE id = ?').run(altered, sum, first.id);
    },
    ['first tampered'],
    ['second', 'third'],
    ['second', 'third'],
  ],
  [
    'two records in each other’s place',
    () =>
      db.exec(`UPDATE vault_record SET id = CASE id WHEN '${first.id}' THEN 'x' ELSE id END;
        UPDATE vault_record SET id = '${first.id}' WHERE id = '${second.id}';
        UPDATE vault_record SET id = '${second.id}' WHERE id = 'x'`),
    ['first tampered', 'second tampered'],
    ['third'],
    ['third'],
  ],
  [
    'a record that was taken out',
    () => db.exec(`DELETE FROM vault_record WHERE id = '${first.id}'`),
    ['first missing'],
    ['second', 'third'],
    ['second', 'third'],
  ],
  [
    'an archived record that was taken out',
    () => db.exec(`DELETE FROM vault_record WHERE id = '${version.id}'`),
    ['version missing'],
    CHANGED,
    CHANGED,
  ],
  [
    'a record put back to an earlier version',
    (earlier) => putBack(earlier, 'vault_record', ofFirst),
    ['first rolled-back'],
    ['second', 'third'],
    ['first', 'second', 'third'],
  ],
  [
    'a bucket put back alone',
    (earlier) => putBack(earlier, 'vault_manifest', ofBucket),
    ['manifest/16 rolled-back'],
    CHANGED,
    CHANGED,
  ],
  [
    'a bucket put back together with its records',
    (earlier) => {
      putBack(earlier, 'vault_manifest', ofBucket);
      putBack(earlier, 'vault_record', ofFirst);
    },
    ['manifest/16 rolled-back'],
    ['first', 'second', 'third'],
    ['first', 'second', 'third'],
  ],
  [
    'two buckets in each other’s place',
    () =>
      db.exec(`UPDATE vault_manifest SET place = 'x' WHERE place = '16';
        UPDATE vault_manifest SET place = '16' WHERE place = '32';
        UPDATE vault_manifest SET place = '32' WHERE place = 'x'`),
    ['manifest/16 tampered', 'manifest/32 tampered'],
    CHANGED,
    CHANGED,
  ],
  [
    'a bucket that was taken out',
    () => db.exec(`DELETE FROM vault_manifest WHERE place = '16'`),
    ['manifest/16 missing'],
    CHANGED,
    CHANGED,
  ],
  [
    'an earlier root',
    (earlier) => putBack(earlier, 'vault_manifest', ({ place }) => place === 'root'),
    ['manifest/16 rolled-back'],
    CHANGED,
    CHANGED,
  ],
  [
    'a root that was taken out',
    () => db.exec(`DELETE FROM vault_manifest WHERE place = 'root'`),
    ['manifest missing'],
    CHANGED,
    CHANGED,
  ],
  [
    'a root of noise',
    () => db.exec(`UPDATE vault_manifest SET body = randomblob(100) WHERE place = 'root'`),
    ['manifest tampered'],
    CHANGED,
    CHANGED,
  ],
  [
    'a record slipped in under an id that is none, with an absurd version',
    () =>
      db.exec(`INSERT INTO vault_record SELECT 'zz', is_archived, 9007199254740991, nonce, tag, checksum, body
        FROM vault_record WHERE id = '${first.id}'`),
    ['zz foreign'],
    CHANGED,
    CHANGED,
  ],
  [
    'an absurd version in a bucket that cannot be relied on',
    () =>
      db.exec(`DELETE FROM vault_manifest WHERE place = '16';
        UPDATE vault_record SET version = -5 WHERE id = '${second.id}'`),
    ['manifest/16 missing', 'second tampered'],
    ['first, changed', 'third'],
    ['first, changed', 'third'],
  ],
])('%s', (_, tamper, faults, left, after) => {
  it('is told, also after the next write, until the user accepts what is there', async () => {
    const earlier = snapshot();
    await meanwhile(async () => {
      await edit();
      tamper(earlier);
      const vault = await opened();
      expect(faultsOf(vault)).toEqual(faults);
      expect(textsOf(vault)).toEqual(left);

      // In the same bucket and in another one: what was wrong is wrong still.
      const more = noteOf('written since', { id: '10000000-0000-4000-8000-0000000000ff' });
      const other = noteOf('elsewhere', { id: 'f0000000-0000-4000-8000-0000000000ff' });
      vault.write([more, other].map((record) => ({ put: 'note', record })));
      const again = await opened();
      expect(faultsOf(again)).toEqual(faults);

      again.acceptFaults();
      expect(faultsOf(again)).toEqual([]);
      const accepted = [...after, 'written since', 'elsewhere'].toSorted();
      expect(textsOf(again)).toEqual(accepted);
      const last = await opened();
      expect(faultsOf(last)).toEqual([]);
      expect(textsOf(last)).toEqual(accepted);
    });
  });
});

describe('the header', () => {
  const rewrite = (change: (header: Record<string, unknown>) => unknown) => {
    const { header } = db.prepare('SELECT header FROM vault').get() as { header: string };
    const text = String(change(JSON.parse(header.slice(33))));
    const sum = createHash('sha256').update(text).digest('hex').slice(0, 32);
    db.prepare('UPDATE vault SET header = ?').run(`${sum} ${text}`);
  };
  const refusal = async (by: Parameters<Vault['unlock']>[0] = { recoveryKey }) => {
    const vault = new Vault(db, now);
    return vault.unlock(by).then(
      () => 'opened',
      (error: AppError) => error.code,
    );
  };
  const kdf = (fields: object) => (header: Record<string, unknown>) =>
    JSON.stringify({ ...header, kdf: { ...(header.kdf as object), ...fields } });

  it.each<[what: string, tamper: () => void, code: string]>([
    [
      'a byte that changed by accident',
      () => db.exec(`UPDATE vault SET header = replace(header, 'scrypt', 'scrapt')`),
      'vault-damaged',
    ],
    ['no JSON under a forged checksum', () => rewrite(() => '{"form":1,'), 'vault-damaged'],
    ['JSON of another form under a forged checksum', () => rewrite(() => 'null'), 'vault-damaged'],
    ['memory without end', () => rewrite(kdf({ N: 2 ** 30, r: 16 })), 'vault-damaged'],
    ['memory by the factor r', () => rewrite(kdf({ N: 2 ** 17, r: 2 ** 10 })), 'vault-damaged'],
    ['time without end', () => rewrite(kdf({ p: 1000 })), 'vault-damaged'],
    ['a cost that scrypt does not have', () => rewrite(kdf({ N: 100_000 })), 'vault-damaged'],
    ['a newer program’s', () => rewrite((header) => JSON.stringify({ ...header, form: 2 })), 'newer-version'],
    ['nothing', () => db.exec(`UPDATE vault SET header = ''`), 'vault-damaged'],
  ])('with %s is refused, and nothing is lost', async (_, tamper, code) => {
    await meanwhile(async () => {
      tamper();
      expect(await refusal()).toBe(code);
      expect(await refusal({ passphrase: PASSPHRASE })).toBe(code);
    });
    expect(await refusal()).toBe('opened');
  });

  it('of a cheaper derivation opens nothing, and takes no longer', async () => {
    await meanwhile(async () => {
      rewrite(kdf({ N: 2 }));
      expect(await refusal({ passphrase: PASSPHRASE })).toBe('wrong-passphrase');
    });
  });

  it('put back to a former one, or with other settings, is told until it is accepted', async () => {
    const earlier = snapshot();
    await meanwhile(async () => {
      (await opened()).setAutoLock(3);
      putBack(earlier, 'vault', anything);
      const vault = await opened();
      expect(faultsOf(vault)).toEqual(['header rolled-back']);
      vault.write([{ put: 'note', record: noteOf('written since') }]);
      const again = await opened();
      expect(faultsOf(again)).toEqual(['header rolled-back']);
      again.acceptFaults();
      expect(faultsOf(await opened())).toEqual([]);
    });
    await meanwhile(async () => {
      rewrite((header) => JSON.stringify({ ...header, autoLockMinutes: 240 }));
      expect(faultsOf(await opened())).toEqual(['header rolled-back']);
    });
  });
});

describe('the whole vault put back to an earlier state', () => {
  it('opens without a fault: only the time of its last change tells it', async () => {
    const earlier = snapshot();
    await meanwhile(async () => {
      const later = new Vault(db, () => '2026-06-01T00:00:00.000Z');
      await later.unlock({ recoveryKey });
      later.write([{ put: 'note', record: { ...first, text: 'first, changed' } }]);
      expect(later.changedAt).toBe('2026-06-01T00:00:00.000Z');
      for (const table of ROWS) putBack(earlier, table, anything);
      const vault = await opened();
      expect(faultsOf(vault)).toEqual([]);
      expect(vault.changedAt).toBe(now());
    });
  });
});

describe('a record that was altered and is written again', () => {
  it('is whole again, and nothing is told of it', async () => {
    await meanwhile(async () => {
      db.exec(`UPDATE vault_record SET body = ${flip} WHERE id = '${first.id}'`);
      const vault = await opened();
      expect(faultsOf(vault)).toEqual(['first damaged']);
      vault.write([{ put: 'note', record: { ...first, text: 'from a backup' } }]);
      expect(faultsOf(vault)).toEqual([]);
      expect(faultsOf(await opened())).toEqual([]);
    });
  });
});

describe('an archived record', () => {
  it('that was altered is refused where it is read, and the others are not', async () => {
    await meanwhile(async () => {
      db.exec(`UPDATE vault_record SET body = ${flip} WHERE id = '${version.id}'`);
      const vault = await opened();
      expect(() => vault.read('noteVersion', version.id)).toThrow(/vault-damaged/);
      expect(textsOf(vault)).toEqual(['first', 'second', 'third']);
      expect([...vault.readAll()].filter((record) => record === null)).toHaveLength(1);
    });
  });
});

describe('opening 10,000 notes', () => {
  it('lets the program answer meanwhile', { timeout: 60_000 }, async () => {
    await meanwhile(async () => {
      const vault = await opened();
      const text = '豆包的日活与 token 消耗 '.repeat(120);
      vault.write(Array.from({ length: 10_000 }, (_, at) => ({ put: 'note', record: noteOf(`${at} ${text}`) })));
      vault.lock();
      let turns = 0;
      const timer = setInterval(() => turns++, 1);
      const began = performance.now();
      const again = await opened();
      const took = performance.now() - began;
      clearInterval(timer);
      expect(again.list('note')).toHaveLength(10_003);
      // Were it one step, the timer would never have had its turn.
      expect(turns, `in ${Math.round(took)} ms`).toBeGreaterThan(5);
    });
  });
});
