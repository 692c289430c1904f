/** Writes to an open vault: everything on disk in one transaction, then in memory. */
import type { VaultKind, VaultRecord } from '../../shared/vault.ts';
import { type Db, inTransaction } from '../store/sqlite.ts';
import {
  dropRecord,
  findHeader,
  findRecord,
  type RecordRow,
  writeHeaderRow,
  writeManifestPart,
  writeRecord,
} from '../store/vault-rows.ts';
import { type Bucket, bucketOf, entryOf, type Fault, sealBucket, sealRoot } from './manifest.ts';
import { type Contents, checksumOf, hold, letGo, UUID } from './open-records.ts';
import { type AnyRecord, openRecord, sealRecord } from './sealed-record.ts';
import { type VaultHeader, writeHeader } from './vault-header.ts';

export type VaultChange<K extends VaultKind = VaultKind> = {
  [Each in K]: { put: Each; record: VaultRecord<Each> } | { drop: Each; id: string };
}[K];

export type OpenVault = Contents & { dataKey: Buffer; header: VaultHeader };

type Order = { changes: readonly VaultChange[]; also?: () => void; header?: VaultHeader };
type Rewritten = { rows: RecordRow[]; dropped: string[]; buckets: Map<number, Bucket>; faults: Fault[] };

/**
 * @param at the moment, ISO 8601 in UTC
 * @param order `also` is what the store writes in the same transaction; `header` takes the place of the vault's
 */
export function writeChanges(db: Db, open: OpenVault, at: string, { changes, also, header }: Order): void {
  // Those of records show again by themselves; sealing the manifest anew would hide its own.
  const faults = open.faults.filter(isOfManifest);
  const rewritten: Rewritten = { rows: [], dropped: [], buckets: new Map(), faults };
  const changed = new Set<string>();
  for (const change of changes) {
    const id = 'put' in change ? change.record.id : change.id;
    if (!UUID.test(id)) throw new Error('The id of a private record is not a UUID');
    changed.add(id);
    const bucket = bucketToWrite(open, rewritten, id);
    if ('put' in change) {
      const version = (bucket.get(id)?.version ?? open.root.writes) + 1;
      const row = sealRecord(open.dataKey, open.header.vaultId, { kind: change.put, record: change.record }, version);
      bucket.set(id, entryOf(row));
      rewritten.rows.push(row);
    } else {
      bucket.delete(id);
      rewritten.dropped.push(id);
    }
  }
  commit(db, open, at, rewritten, { also, header });
  for (const change of changes) {
    if ('put' in change) hold(open.held, { kind: change.put, record: change.record });
    else letGo(open.held, change.drop, change.id);
  }
  open.faults = open.faults.filter(({ recordId }) => !changed.has(recordId));
}

/** See Vault.acceptFaults. */
export function acceptFaults(db: Db, open: OpenVault, at: string): void {
  const rewritten: Rewritten = { rows: [], dropped: [], buckets: new Map(), faults: [] };
  const readable: AnyRecord[] = [];
  const unknown: Fault[] = [];
  for (const { recordId: id } of open.faults.filter((fault) => !isOfManifest(fault))) {
    const row = findRecord(db, id);
    const opened = row === undefined ? 'missing' : openRecord(open.dataKey, open.header.vaultId, row);
    if (row === undefined || opened === 'missing' || opened === 'damaged' || opened === 'tampered') {
      rewritten.dropped.push(id);
      if (UUID.test(id)) bucketToWrite(open, rewritten, id).delete(id);
      continue;
    }
    bucketToWrite(open, rewritten, id).set(id, entryOf(row));
    if (opened === 'unknown-kind') unknown.push({ recordId: id, fault: opened });
    else readable.push(opened);
  }
  commit(db, open, at, rewritten, {});
  for (const record of readable) hold(open.held, record);
  open.faults = unknown;
}

function commit(
  db: Db,
  open: OpenVault,
  at: string,
  { rows, dropped, buckets, faults }: Rewritten,
  { also = () => {}, header }: Pick<Order, 'also' | 'header'>,
): void {
  const { vaultId } = open.header;
  for (const index of open.unsealed) if (!buckets.has(index)) buckets.set(index, open.buckets[index]);
  const root = { ...open.root, writes: open.root.writes + 1, changedAt: at, tags: [...open.root.tags], faults };
  inTransaction(db, () => {
    if (header !== undefined) writeHeaderRow(db, writeHeader(header));
    const written = findHeader(db);
    // One that somebody put in its place stays in question until the user accepts it.
    if (written !== null && !faults.some(({ recordId }) => recordId === 'header')) root.header = checksumOf(written);
    for (const row of rows) writeRecord(db, row);
    // What was put after it was dropped stays.
    for (const id of dropped) if (buckets.get(bucketOf(id))?.has(id) !== true) dropRecord(db, id);
    for (const [index, bucket] of buckets) {
      const sealed = sealBucket(open.dataKey, vaultId, index, bucket);
      writeManifestPart(db, String(index), sealed);
      root.tags[index] = sealed.tag.toString('hex');
    }
    writeManifestPart(db, 'root', sealRoot(open.dataKey, vaultId, root));
    also();
  });
  for (const [index, bucket] of buckets) open.buckets[index] = bucket;
  open.unsealed.clear();
  open.root = root;
  if (header !== undefined) open.header = header;
}

function isOfManifest({ recordId }: Fault): boolean {
  return recordId === 'header' || recordId.startsWith('manifest');
}

/** A copy of the record's bucket, which takes the place of the one in memory when it is written. */
function bucketToWrite(open: OpenVault, { buckets }: Rewritten, recordId: string): Bucket {
  const index = bucketOf(recordId);
  const bucket = buckets.get(index) ?? new Map(open.buckets[index]);
  buckets.set(index, bucket);
  return bucket;
}
