/** Images that no text shows go; every other one stays, and all of them where a record cannot be read. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../electron/store/open-store.ts';
import { dropUnusedImages } from '../../electron/vault/unused-images.ts';
import { Vault } from '../../electron/vault/vault.ts';
import { noteOf } from './record-for-test.ts';

const IMAGE = { mediaType: 'image/png' as const, base64: 'iVBORw0KGgo=' };

async function vaultForTest() {
  const home = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  const { db, close } = openStore(home);
  onTestFinished(() => {
    close();
    rmSync(home, { recursive: true });
  });
  const vault = new Vault(db, () => '2026-01-02T03:04:05.000Z');
  await vault.create('铅垂线 hangs true');
  const named = { never: '', removed: '', shown: '', former: '', trashed: '', elsewhere: '' };
  for (const name of Object.keys(named) as (keyof typeof named)[]) {
    named[name] = randomUUID();
    vault.write([{ put: 'noteImage', record: { ...IMAGE, id: named[name] } }]);
  }
  const { removed, shown, former, trashed, elsewhere } = named;
  const textOf = (id: string) => `a chart ![](image:${id})`;
  const version = { id: randomUUID(), noteId: randomUUID(), text: textOf(former), about: [], at: '' };
  const note = {
    ...noteOf(textOf(shown)),
    id: version.noteId,
    versions: [{ id: version.id, at: '', length: 1 }],
    images: [removed, shown, former, elsewhere],
  };
  vault.write([
    { put: 'note', record: note },
    { put: 'noteVersion', record: version },
    { put: 'note', record: { ...noteOf(textOf(trashed)), deletedAt: '2026-01-01' } },
    { put: 'note', record: noteOf(textOf(elsewhere)) },
  ]);
  const left = () => Object.entries(named).flatMap(([name, id]) => (vault.read('noteImage', id) ? [name] : []));
  return { db, vault, note, version, named, left };
}

it('goes where no text shows it, and stays where one does, did, or lies in the trash', {
  timeout: 60_000,
}, async () => {
  const { vault, note, named, left } = await vaultForTest();
  expect(await dropUnusedImages(vault)).toBe(2);
  expect(left()).toEqual(['shown', 'former', 'trashed', 'elsewhere']);
  expect(vault.find('note', note.id)).toEqual({ ...note, images: [named.shown, named.former, named.elsewhere] });
  expect(await dropUnusedImages(vault)).toBe(0);
});

it('stays where a former text cannot be read: it may show any of them', { timeout: 60_000 }, async () => {
  const { db, vault, version, left } = await vaultForTest();
  const all = left();
  db.prepare('UPDATE vault_record SET body = zeroblob(length(body)) WHERE id = ?').run(version.id);
  expect(await dropUnusedImages(vault)).toBe(0);
  expect(left()).toEqual(all);
});
