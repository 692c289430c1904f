/**
 * Opens every live record of a vault and holds what lies on disk against the manifest. What is not as the manifest
 * says is left out and told. Goes in steps: between them the program answers others.
 */
import { setImmediate as pause } from 'node:timers/promises';
import { VAULT_KINDS, type VaultKind, type VaultRecord } from '../../shared/vault.ts';
import type { Db } from '../store/sqlite.ts';
import {
  findManifestPart,
  listLiveRecords,
  listOddIds,
  listRecordMarks,
  type RecordMark,
} from '../store/vault-rows.ts';
import {
  BUCKETS,
  type Bucket,
  digitsOf,
  entryOf,
  type Fault,
  isSameEntry,
  isVersion,
  newRoot,
  openBucket,
  openRoot,
  type Root,
} from './manifest.ts';
import { checksum } from './seal.ts';
import { type AnyRecord, openRecord } from './sealed-record.ts';
import type { VaultHeader } from './vault-header.ts';

export type Held = { [K in VaultKind]?: Map<string, VaultRecord<K>> };

export type Contents = {
  held: Held;
  buckets: Bucket[];
  root: Root;
  /** Buckets whose seal on disk is not the root's: the next write seals them. */
  unsealed: Set<number>;
  faults: Fault[];
};

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Above any version of the records of a vault whose manifest is lost. */
const FRESH_VERSION = 2 ** 30;
const STEP_MS = 12;

/** @param written the header as it lies on disk */
export async function openRecords(db: Db, written: string, header: VaultHeader, dataKey: Buffer): Promise<Contents> {
  const { vaultId } = header;
  const { root, faults } = readRoot(db, written, vaultId, dataKey);
  const contents: Contents = {
    held: {},
    buckets: [],
    root: root ?? { ...newRoot(''), writes: FRESH_VERSION },
    unsealed: new Set(),
    faults,
  };
  for (const recordId of listOddIds(db)) faults.push({ recordId, fault: 'foreign' });
  let stepped = performance.now();
  for (let index = 0; index < BUCKETS; index++) {
    const marks = listRecordMarks(db, digitsOf(index));
    const onDisk = readBucket(db, root === null ? null : root.tags[index], { dataKey, vaultId, index });
    const outdated = addBucket(contents, onDisk, { index, marks });
    for (const row of listLiveRecords(db, digitsOf(index))) {
      const { id } = row;
      const opened = openRecord(dataKey, vaultId, row);
      if (typeof opened === 'string') {
        // Why it differs from the manifest is that its bytes are others.
        const known = faults.findIndex(({ recordId }) => recordId === id);
        if (known >= 0) faults.splice(known, 1);
        faults.push({ recordId: id, fault: opened });
      } else if (!outdated.has(id)) {
        hold(contents.held, opened);
      }
      if (performance.now() - stepped < STEP_MS) continue;
      await pause();
      stepped = performance.now();
    }
  }
  return contents;
}

export function hold(held: Held, { kind, record }: AnyRecord): void {
  if (!VAULT_KINDS[kind].isArchived) heldOf(held, kind).set(record.id, record);
}

export function letGo(held: Held, kind: VaultKind, id: string): void {
  held[kind]?.delete(id);
}

function heldOf(held: Held, kind: VaultKind): Map<string, VaultRecord<VaultKind>> {
  const records = (held[kind] ?? new Map()) as Map<string, VaultRecord<VaultKind>>;
  Object.assign(held, { [kind]: records });
  return records;
}

function readRoot(db: Db, written: string, vaultId: string, dataKey: Buffer): { root: Root | null; faults: Fault[] } {
  const sealed = findManifestPart(db, 'root');
  if (sealed === undefined) return { root: null, faults: [{ recordId: 'manifest', fault: 'missing' }] };
  const root = openRoot(dataKey, vaultId, sealed);
  if (root === null) return { root: null, faults: [{ recordId: 'manifest', fault: 'tampered' }] };
  const faults = [...root.faults];
  const isOwnHeader = root.header === checksumOf(written) || faults.some(({ recordId }) => recordId === 'header');
  if (!isOwnHeader) faults.push({ recordId: 'header', fault: 'rolled-back' });
  return { root, faults };
}

/** Of the header as it lies on disk. */
export function checksumOf(written: string): string {
  return checksum(Buffer.from(written)).toString('hex');
}

type Place = { dataKey: Buffer; vaultId: string; index: number };

/** Adds a bucket to the contents; gives the ids of records that are not to be shown. */
function addBucket(
  { buckets, unsealed, faults }: Contents,
  { known, fault, isSealed }: BucketOnDisk,
  { index, marks }: { index: number; marks: RecordMark[] },
): Set<string> {
  const outdated = new Set<string>();
  const tell = (recordId: string, what: Fault['fault']) => {
    if (!faults.some((told) => told.recordId === recordId)) faults.push({ recordId, fault: what });
  };
  const leaveOut = (id: string, what: Fault['fault']) => {
    outdated.add(id);
    tell(id, what);
  };
  if (!isSealed) unsealed.add(index);
  if (fault !== null) tell(`manifest/${index}`, fault);
  const bucket: Bucket = known ?? new Map();
  const present = new Set<string>();
  for (const mark of marks) {
    present.add(mark.id);
    const entry = bucket.get(mark.id);
    if (!UUID.test(mark.id) || !isVersion(mark.version)) leaveOut(mark.id, 'foreign');
    else if (known === null) bucket.set(mark.id, entryOf(mark));
    else if (entry === undefined) leaveOut(mark.id, 'foreign');
    else if (!isSameEntry(entry, entryOf(mark))) leaveOut(mark.id, 'rolled-back');
  }
  for (const id of bucket.keys()) if (!present.has(id)) tell(id, 'missing');
  buckets.push(bucket);
  return outdated;
}

/** `known` is null where nothing can be said of the bucket's records, and they are taken as they are. */
type BucketOnDisk = { known: Bucket | null; fault: Fault['fault'] | null; isSealed: boolean };

/** @param tag the bucket's as the root has it; null where the root is lost */
function readBucket(db: Db, tag: string | null, { dataKey, vaultId, index }: Place): BucketOnDisk {
  const sealed = findManifestPart(db, String(index));
  const opened = sealed === undefined ? null : openBucket(dataKey, vaultId, index, sealed);
  const doubtful = (fault: Fault['fault'] | null) => ({ known: null, fault, isSealed: false });
  if (sealed !== undefined && opened === null) return doubtful('tampered');
  // Without the root a bucket that opens is all that is known of its records.
  if (tag === null) return { known: opened, fault: null, isSealed: false };
  if (sealed === undefined) return tag === '' ? { known: new Map(), fault: null, isSealed: true } : doubtful('missing');
  return sealed.tag.toString('hex') === tag ? { known: opened, fault: null, isSealed: true } : doubtful('rolled-back');
}
