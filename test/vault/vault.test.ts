import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../electron/store/open-store.ts';
import type { Db } from '../../electron/store/sqlite.ts';
import { Vault } from '../../electron/vault/vault.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Note } from '../../shared/notes.ts';

const PASSPHRASE = '铅垂线 hangs true';
const now = () => '2026-01-02T03:04:05.000Z';

function noteOf(text: string): Note {
  return {
    id: randomUUID(),
    title: '',
    text,
    about: [],
    createdAt: '',
    updatedAt: '',
    deletedAt: null,
    revision: 1,
    versions: [],
    images: [],
  };
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'taken',
    (error: AppError) => error.code,
  );
}

describe('the vault', () => {
  const home = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  let store: Store;
  let db: Db;
  let recoveryKey: string;
  const notes = [noteOf('first'), noteOf('second'), noteOf('third')];

  beforeAll(async () => {
    store = openStore(home);
    db = store.db;
    const vault = new Vault(db, now);
    recoveryKey = await vault.create(PASSPHRASE);
    vault.write(notes.map((record) => ({ put: 'note', record })));
  });

  afterAll(() => {
    store.close();
    rmSync(home, { recursive: true });
  });

  const textsOf = (vault: Vault) =>
    vault
      .list('note')
      .map(({ text }) => text)
      .toSorted();
  const opened = async () => {
    const vault = new Vault(db, now);
    await vault.unlock({ passphrase: PASSPHRASE });
    return vault;
  };
  /** Runs `tamper` on the vault's rows, opens it, and puts everything back. */
  const openedAfter = async (tamper: () => void) => {
    db.exec('SAVEPOINT before');
    tamper();
    const vault = await opened();
    db.exec('ROLLBACK TO before; RELEASE before');
    return vault;
  };

  it('opens with the passphrase and with the recovery key, and with nothing else', async () => {
    expect(textsOf(await opened())).toEqual(['first', 'second', 'third']);
    const recovered = new Vault(db, now);
    await recovered.unlock({ recoveryKey: ` ${recoveryKey.toLowerCase()} ` });
    expect(textsOf(recovered)).toEqual(['first', 'second', 'third']);
    const other = new Vault(db, now);
    expect(await refusal(other.unlock({ passphrase: `${PASSPHRASE} ` }))).toBe('wrong-passphrase');
    expect(
      await refusal(other.unlock({ recoveryKey: recoveryKey.replace(/.$/, (last) => (last === '0' ? '8' : '0')) })),
    ).toBe('wrong-passphrase');
    expect(() => other.list('note')).toThrow(/vault-locked/);
  });

  it('keeps what is archived on disk and forgets everything when it locks', async () => {
    const vault = await opened();
    const version = { id: randomUUID(), noteId: notes[0].id, text: 'former', about: [], at: now() };
    vault.write([{ put: 'noteVersion', record: version }]);
    expect(vault.read('noteVersion', version.id)).toEqual(version);
    expect(vault.list('noteVersion')).toEqual([]);
    vault.write([{ drop: 'noteVersion', id: version.id }]);
    expect(vault.read('noteVersion', version.id)).toBeUndefined();
    vault.lock();
    expect(() => vault.read('noteVersion', version.id)).toThrow(/vault-locked/);
  });

  const [first, second] = notes;
  const flip = `CAST(x'00' || substr(body, 2) AS BLOB)`;
  it.each<[what: string, tamper: string, faults: string[], left: string[]]>([
    [
      'a byte that changed by accident',
      `UPDATE vault_record SET body = ${flip} WHERE id = '${first.id}'`,
      ['damaged'],
      ['second', 'third'],
    ],
    [
      'a record in the place of another one',
      `UPDATE vault_record SET (nonce, tag, checksum, body, version) =
        (SELECT nonce, tag, checksum, body, version FROM vault_record WHERE id = '${second.id}') WHERE id = '${first.id}'`,
      ['tampered'],
      ['second', 'third'],
    ],
    [
      'a record that was taken out',
      `DELETE FROM vault_record WHERE id = '${first.id}'`,
      ['missing'],
      ['second', 'third'],
    ],
    [
      'a live record filed among the archived',
      `UPDATE vault_record SET is_archived = 1 WHERE id = '${first.id}'`,
      ['rolled-back'],
      ['second', 'third'],
    ],
    [
      'a manifest that was taken out',
      `DELETE FROM vault_manifest WHERE place = 'root'`,
      ['missing'],
      ['first', 'second', 'third'],
    ],
  ])('tells %s', async (_, tamper, faults, left) => {
    const vault = await openedAfter(() => db.exec(tamper));
    expect(vault.faults.map(({ fault }) => fault)).toEqual(faults);
    expect(textsOf(vault)).toEqual(left);
  });

  it('tells a record that was put back to an earlier version', async () => {
    const before = db.prepare('SELECT * FROM vault_record WHERE id = ?').get(first.id) as Record<string, unknown>;
    const vault = await opened();
    vault.write([{ put: 'note', record: { ...first, text: 'first, changed' } }]);
    const rolledBack = await openedAfter(() =>
      db
        .prepare(
          'UPDATE vault_record SET version = @version, nonce = @nonce, tag = @tag, checksum = @checksum, body = @body WHERE id = @id',
        )
        .run(before),
    );
    expect(rolledBack.faults).toEqual([{ recordId: first.id, fault: 'rolled-back' }]);
    expect(textsOf(rolledBack)).toEqual(['second', 'third']);
  });
});
