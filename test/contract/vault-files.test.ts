/** The vault out and in again: encrypted and as plain text, on another machine, and from files that are not what they should be. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { VaultProof } from '../../shared/vault-methods.ts';
import { noteOf } from '../vault/record-for-test.ts';
import { folderForTest, TestWorkbench } from './workbench-for-test.ts';

const PASSPHRASE = '铅垂线 hangs true, 基座 too';
const proof = { passphrase: PASSPHRASE };
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const jobId = 'vault';

async function withNotes(texts: string[]) {
  const workbench = new TestWorkbench();
  const { recoveryKey } = await workbench.call('createVault', { passphrase: PASSPHRASE });
  const notes = texts.map((text) => noteOf(text));
  for (const { id, text } of notes) await workbench.call('putNote', { noteId: id, text, about: [], revision: 0 });
  return { workbench, recoveryKey, notes };
}

async function textsOf(workbench: TestWorkbench): Promise<string[]> {
  const notes = await workbench.call('listNotes', {});
  const all = await Promise.all(notes.map(({ id }) => workbench.call('getNote', { noteId: id })));
  return all.map(({ text }) => text).toSorted();
}

async function exported(workbench: TestWorkbench): Promise<string> {
  const path = join(folderForTest(), '保险库.plumbline-vault');
  await workbench.call('exportVault', { path, jobId });
  return path;
}

const importFrom = (workbench: TestWorkbench, path: string, by: VaultProof = proof) =>
  workbench.call('importVault', { path, proof: by, jobId });

describe('the encrypted file', () => {
  it('becomes the vault of another machine, and opens there by passphrase and recovery key', async () => {
    const { workbench, recoveryKey } = await withNotes(['第一条', 'second']);
    const path = await exported(workbench);
    expect(readFileSync(path).includes('second')).toBe(false);
    const other = new TestWorkbench();
    expect(await importFrom(other, path, { recoveryKey })).toMatchObject({ isAdopted: true, added: 2 });
    expect(await textsOf(other)).toEqual(['second', '第一条']);
    other.restart();
    for (const by of [{ recoveryKey }, proof]) {
      await other.call('unlockVault', { by });
      expect(await textsOf(other)).toEqual(['second', '第一条']);
      await other.call('lockVault', {});
    }
  });

  it('taken into an open vault loses nothing, overwrites nothing, and changes nothing the second time', async () => {
    const { workbench, notes } = await withNotes(['same', 'older here', 'newer here']);
    const path = await exported(workbench);
    const other = new TestWorkbench();
    await importFrom(other, path);
    // Apart from here on.
    const [, changedThere, changedHere] = notes;
    const edit = async (at: TestWorkbench, noteId: string, text: string) => {
      const { revision } = await at.call('getNote', { noteId });
      await at.call('putNote', { noteId, text, about: [], revision });
    };
    await edit(workbench, changedHere.id, 'newer here, first');
    await edit(other, changedThere.id, 'changed there');
    await edit(other, changedHere.id, 'changed there as well');
    const added = noteOf('only there');
    await other.call('putNote', { noteId: added.id, text: added.text, about: [], revision: 0 });
    await edit(workbench, changedHere.id, 'newest here');
    const back = await exported(other);

    const outcome = await importFrom(workbench, back);
    expect(outcome).toMatchObject({ isAdopted: false, both: 2 });
    expect(await textsOf(workbench)).toEqual(['changed there', 'newest here', 'only there', 'same']);
    const versionsOf = async (noteId: string) => {
      const { versions } = await workbench.call('getNote', { noteId });
      const texts = await Promise.all(
        versions.map(async ({ id }) => (await workbench.call('getVersion', { noteId, versionId: id })).text),
      );
      return texts;
    };
    expect(await versionsOf(changedThere.id)).toContain('older here');
    expect(await versionsOf(changedHere.id)).toContain('changed there as well');
    const again = await importFrom(workbench, back);
    expect(again).toMatchObject({ added: 0, both: 0 });
    expect((await workbench.call('searchNotes', { text: 'only there' })).total).toBe(1);
    workbench.restart();
    expect((await workbench.call('unlockVault', { by: proof })).faults).toEqual([]);
  });

  it('is refused while the vault that it would go into is locked', async () => {
    const { workbench } = await withNotes(['a']);
    const path = await exported(workbench);
    await workbench.call('lockVault', {});
    expect((await workbench.refusal('importVault', { path, proof, jobId })).code).toBe('vault-locked');
    expect((await workbench.refusal('exportVault', { path, jobId })).code).toBe('vault-locked');
    expect((await workbench.refusal('exportVaultText', { path, jobId, proof, isConfirmed: true })).code).toBe(
      'vault-locked',
    );
  });

  it('gives a vault its header back where that is damaged, and another vault’s does not', async () => {
    const { workbench, recoveryKey } = await withNotes(['kept all the time']);
    const path = await exported(workbench);
    const stranger = await withNotes(['another vault']);
    const foreign = await exported(stranger.workbench);
    workbench.store.db.exec(`UPDATE vault SET header = 'x' || header`);
    workbench.restart();
    expect((await workbench.refusal('getVaultStatus', {})).code).toBe('vault-damaged');
    const proofOf = (key: string) => ({ proof: { recoveryKey: key }, jobId });
    const refused = await workbench.refusal('importVault', { path: foreign, ...proofOf(stranger.recoveryKey) });
    expect(refused.message.key).toBe('vault.headerOfAnother');
    expect(await workbench.call('importVault', { path, ...proofOf(recoveryKey) })).toMatchObject({ same: 1, added: 0 });
    expect(await textsOf(workbench)).toEqual(['kept all the time']);
    workbench.restart();
    expect(await workbench.call('unlockVault', { by: { recoveryKey } })).toMatchObject({ faults: [] });
  });

  it('that cannot be written leaves nothing behind', async () => {
    const { workbench } = await withNotes(['a']);
    const folder = folderForTest();
    const path = join(folder, 'none', 'file');
    expect((await workbench.refusal('exportVault', { path, jobId })).code).toBe('cannot-write');
    expect((await workbench.refusal('exportVault', { path: folder, jobId })).code).toBe('cannot-write');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('of another form, cut, altered or for another passphrase is told apart, and changes nothing', async () => {
    const { workbench, recoveryKey } = await withNotes(['x'.repeat(1_200_000), 'y'.repeat(1_200_000), 'z']);
    const path = await exported(workbench);
    const whole = readFileSync(path);
    const second = readFileSync(await exported(workbench));
    const other = new TestWorkbench();
    const at = whole.indexOf('\n', whole.indexOf('\n') + 1) + 1;
    const firstPart = at + 32 + whole.readUInt32BE(at);
    const altered = (position: number) => {
      const bytes = Buffer.from(whole);
      bytes[position] ^= 1;
      return bytes;
    };
    const rows: [what: string, bytes: Buffer, key: string][] = [
      ['empty', Buffer.alloc(0), 'vault.fileForeign'],
      ['noise', randomBytes(1000), 'vault.fileForeign'],
      ['a zip', Buffer.from(zipSync({ 'a.md': strToU8('a') })), 'vault.fileForeign'],
      ['newer', Buffer.from(whole.toString('latin1').replace('VAULT 1', 'VAULT 2'), 'latin1'), 'vault.fileNewer'],
      ['cut in its first line', whole.subarray(0, 30), 'vault.fileDamaged'],
      ['cut in its head', whole.subarray(0, at - 20), 'vault.fileTruncated'],
      ['cut after its head', whole.subarray(0, at), 'vault.fileTruncated'],
      ['cut within a part', whole.subarray(0, firstPart - 5), 'vault.fileTruncated'],
      ['cut between two parts', whole.subarray(0, firstPart), 'vault.fileTruncated'],
      ['cut by its last byte', whole.subarray(0, -1), 'vault.fileTruncated'],
      ['altered in its salt', altered(20), 'vault.fileDamaged'],
      ['altered in its head', altered(at - 50), 'vault.fileDamaged'],
      ['altered in a part', altered(at + 500), 'vault.fileDamaged'],
      ['altered in its last byte', altered(whole.length - 1), 'vault.fileDamaged'],
      ['with something after it', Buffer.concat([whole, whole.subarray(at, firstPart)]), 'vault.fileDamaged'],
      [
        'without its first part',
        Buffer.concat([whole.subarray(0, at), whole.subarray(firstPart)]),
        'vault.fileDamaged',
      ],
      [
        'with a part of another export',
        Buffer.concat([whole.subarray(0, at), second.subarray(at, firstPart), whole.subarray(firstPart)]),
        'vault.fileDamaged',
      ],
    ];
    for (const [what, bytes, key] of rows) {
      writeFileSync(path, bytes);
      const refused = await other.refusal('importVault', { path, proof: { recoveryKey }, jobId });
      expect([what, refused.message.key]).toEqual([what, key]);
    }
    writeFileSync(path, whole);
    const wrong = await other.refusal('importVault', { path, proof: { passphrase: 'another one' }, jobId });
    expect(wrong.message.key).toBe('vault.wrongPassphrase');
    expect((await other.call('getVaultStatus', {})).state).toBe('none');
    expect((await other.refusal('importVault', { path: `${path}x`, proof, jobId })).code).toBe('not-found');
    expect(other.logged).toEqual([]);
  });
});

describe('plain text', () => {
  it('is given only to who confirms it and knows the passphrase', async () => {
    const { workbench } = await withNotes(['secret']);
    const path = join(folderForTest(), 'text.zip');
    const refused = async (input: object) =>
      (await workbench.refusal('exportVaultText', { path, jobId, ...input })).code;
    expect(await refused({ proof })).toBe('invalid-input');
    expect(await refused({ proof, isConfirmed: false })).toBe('invalid-input');
    expect(await refused({ proof: { passphrase: 'guessed' }, isConfirmed: true })).toBe('wrong-passphrase');
    expect(existsSync(path)).toBe(false);
  });

  it('goes out readable and comes in again as it was, on another machine', async () => {
    const { workbench, notes } = await withNotes([
      '# 豆包的日活\n\n- [ ] 核对',
      'plain: with "quotes" and ---\n---\nin it',
    ]);
    const { id: imageId } = await workbench.call('addImage', { base64: PIXEL });
    const { revision } = await workbench.call('getNote', { noteId: notes[0].id });
    await workbench.call('putNote', {
      noteId: notes[0].id,
      text: `# 豆包的日活\n\n![图](image:${imageId})`,
      about: ['security:688111.SH'],
      revision,
    });
    const path = join(folderForTest(), 'text.zip');
    const { fileCount } = await workbench.call('exportVaultText', { path, jobId, proof, isConfirmed: true });
    const files = unzipSync(readFileSync(path));
    expect(Object.keys(files)).toHaveLength(fileCount);
    const [name] = Object.keys(files).filter((each) => each.startsWith('notes/豆包的日活'));
    const written = Buffer.from(files[name]).toString();
    expect(written).toContain(`![图](../images/${imageId}.png)`);
    expect(written).toContain('about: ["security:688111.SH"]');
    expect(Buffer.from(files[`images/${imageId}.png`]).toString('base64')).toBe(PIXEL);

    const other = new TestWorkbench();
    await other.call('createVault', { passphrase: 'marmalade cathedral 黄铜 seven' });
    await other.call('importVaultText', { file: { path }, jobId });
    expect(await textsOf(other)).toEqual(await textsOf(workbench));
    expect(await other.call('getNote', { noteId: notes[0].id })).toMatchObject({ about: ['security:688111.SH'] });
    const again = await other.call('importVaultText', { file: { path }, jobId });
    expect(again).toMatchObject({ added: 0, both: 0 });
  });

  it('from elsewhere becomes notes, with the images that lie beside it', async () => {
    const { workbench } = await withNotes([]);
    const bytes = zipSync({
      'Obsidian/daily/2024-07-19.md': strToU8(
        '---\ntags: [ai]\n---\n# 晨会\r\n\r\n![](../img/a%20b.png) ![](https://x.test/y.png)',
      ),
      'Obsidian/img/a b.png': Buffer.from(PIXEL, 'base64'),
      '../../etc/evil.md': strToU8('not written anywhere'),
      'readme.txt': strToU8('left alone'),
    });
    const file = { name: 'notes.zip', base64: Buffer.from(bytes).toString('base64') };
    expect(await workbench.call('importVaultText', { file, jobId })).toMatchObject({ added: 3 });
    const texts = await textsOf(workbench);
    expect(texts[0]).toMatch(
      /^---\ntags: \[ai\]\n---\n# 晨会\n\n!\[\]\(image:[0-9a-f-]{36}\) !\[\]\(https:\/\/x\.test\/y\.png\)$/,
    );
    expect(texts[1]).toBe('not written anywhere');
    expect(await workbench.call('importVaultText', { file, jobId })).toMatchObject({ added: 0, same: 3 });
  });

  it('that is none, or not what it says, is refused, and nothing is taken', async () => {
    const { workbench } = await withNotes(['a']);
    const rows: [what: string, name: string, content: string | Uint8Array, key: string][] = [
      ['no text at all', 'a.bin', randomBytes(100), 'vault.fileNotText'],
      [
        'a damaged zip',
        'a.zip',
        zipSync({ 'a.md': strToU8('abc'.repeat(100)) }).subarray(0, 80),
        'import.packageDamaged',
      ],
      [
        'front matter of Plumbline that is no JSON',
        'a.md',
        '---\nplumbline: "note"\nid: secret words\n---\ntext',
        'vault.badFrontMatter',
      ],
      [
        'front matter of a kind that nobody knows',
        'a.md',
        '---\nplumbline: "spell"\n---\ntext',
        'vault.badFrontMatter',
      ],
      ['front matter of a prototype', 'a.md', '---\nplumbline: "__proto__"\n---\ntext', 'vault.badFrontMatter'],
      ['a note without its fields', 'a.md', '---\nplumbline: "note"\nid: "x"\n---\ntext', 'vault.badFrontMatter'],
      ['history that is no JSON', 'history.jsonl', '{"kind":', 'vault.badFrontMatter'],
      ['history of something else', 'history.jsonl', 'null', 'vault.badFrontMatter'],
    ];
    for (const [what, name, content, key] of rows) {
      const file = { name, base64: Buffer.from(content).toString('base64') };
      const refused = await workbench.refusal('importVaultText', { file, jobId });
      expect([what, refused.message.key]).toEqual([what, key]);
      expect(JSON.stringify(refused)).not.toContain('secret words');
    }
    expect(await textsOf(workbench)).toEqual(['a']);
    expect(workbench.logged).toEqual([]);
  });
});
