/**
 * Images that stand in no text: pasted into a note and taken out again before that text was kept, or never saved.
 * They are found by reading everything, and taken out of the vault. What a former text shows stays, so does what lies
 * in the trash; and where any record cannot be read, all stay: it may show any of them.
 *
 * To be called when nobody edits yet, right after the vault is opened: an editor that takes back the removal of an
 * image wants it there.
 */
import { setImmediate as pause } from 'node:timers/promises';
import { imagesOf } from '../../shared/note-text.ts';
import type { Vault, VaultChange } from './vault.ts';

/** As long as nobody notices. */
const LONGEST_STRETCH_MS = 20;

/** Gives how many were taken out. Throws 'vault-locked' where the vault is locked meanwhile. */
export async function dropUnusedImages(vault: Vault): Promise<number> {
  if (vault.faults.length > 0) return 0;
  const [images, shown, versions] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let pausedAt = performance.now();
  for (const opened of vault.readAll()) {
    if (opened === null) return 0;
    const { kind, record } = opened;
    if (kind === 'noteImage') images.add(record.id);
    if (kind === 'noteVersion' && 'text' in record) {
      versions.add(record.id);
      for (const id of imagesOf(record.text)) shown.add(id);
    }
    if (performance.now() - pausedAt < LONGEST_STRETCH_MS) continue;
    await pause();
    pausedAt = performance.now();
  }
  // Notes as they are now, with what became a version meanwhile.
  const notes = images.size === 0 ? [] : vault.list('note');
  for (const { text, versions: kept } of notes) {
    const later = kept.filter(({ id }) => !versions.has(id)).map(({ id }) => vault.read('noteVersion', id)?.text ?? '');
    for (const id of [text, ...later].flatMap(imagesOf)) shown.add(id);
  }
  const unused = new Set([...images].filter((id) => !shown.has(id)));
  if (unused.size === 0) return 0;
  vault.write([
    ...[...unused].map((id): VaultChange => ({ drop: 'noteImage', id })),
    ...notes
      .filter((note) => note.images.some((id) => unused.has(id)))
      .map((note): VaultChange => {
        const left = note.images.filter((id) => !unused.has(id));
        return { put: 'note', record: { ...note, images: left } };
      }),
  ]);
  return unused.size;
}
