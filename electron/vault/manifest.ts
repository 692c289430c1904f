/**
 * The vault's manifest: which records it has, each in which version. A record that was taken out, put back to an
 * earlier version or slipped in does not agree with it.
 *
 * Records are spread over buckets by their ids; a write seals the buckets that it touches and the root, which holds
 * the buckets' tags. What the manifest cannot tell is a whole vault put back to an earlier state: that shows by the
 * time of its last change.
 */
import type { VaultStatus } from '../../shared/vault.ts';
import { type Sealed, seal, unseal } from './seal.ts';

export const BUCKETS = 256;
const ENTRY_BYTES = 28;

/** What the manifest knows of a record: its version, whether it is archived, and the first bytes of its tag. */
export type ManifestEntry = { version: number; isArchived: boolean; tag: Buffer };
export type Bucket = Map<string, ManifestEntry>;

/**
 * `tags` are the buckets', in their order; an empty one is of a bucket that was never written. `header` is the checksum of
 * the vault's header; `faults` are those of the manifest itself that the user has not accepted: sealing it anew would
 * hide them.
 */
export type Root = { writes: number; changedAt: string; tags: string[]; header: string; faults: Fault[] };

export type Fault = VaultStatus['faults'][number];

const LARGEST_VERSION = 2 ** 31 - 1;

export function newRoot(changedAt: string): Root {
  return { writes: 0, changedAt, tags: Array.from({ length: BUCKETS }, () => ''), header: '', faults: [] };
}

/** Whether a record's version can have been given by this program. */
export function isVersion(version: number): boolean {
  return Number.isInteger(version) && version > 0 && version <= LARGEST_VERSION;
}

/** The two digits with which the ids of a bucket begin. */
export function digitsOf(bucket: number): string {
  return bucket.toString(16).padStart(2, '0');
}

export function bucketOf(recordId: string): number {
  return Number.parseInt(recordId.slice(0, 2), 16);
}

export function entryOf({ version, isArchived, tag }: ManifestEntry): ManifestEntry {
  return { version, isArchived, tag: tag.subarray(0, 8) };
}

export function isSameEntry(a: ManifestEntry, b: ManifestEntry): boolean {
  return a.version === b.version && a.isArchived === b.isArchived && a.tag.equals(b.tag);
}

export function sealBucket(key: Buffer, vaultId: string, index: number, bucket: Bucket): Sealed {
  const bytes = Buffer.alloc(bucket.size * ENTRY_BYTES);
  let at = 0;
  for (const [recordId, { version, isArchived, tag }] of bucket) {
    bytes.write(recordId.replaceAll('-', ''), at, 'hex');
    bytes.writeUInt32BE(version * 2 + Number(isArchived), at + 16);
    tag.copy(bytes, at + 20, 0, 8);
    at += ENTRY_BYTES;
  }
  return seal(key, `plumbline manifest\n${vaultId}\n${index}`, bytes);
}

/** Null where it does not authenticate. */
export function openBucket(key: Buffer, vaultId: string, index: number, sealed: Sealed): Bucket | null {
  const bytes = unseal(key, `plumbline manifest\n${vaultId}\n${index}`, sealed);
  if (bytes === null) return null;
  const bucket: Bucket = new Map();
  for (let at = 0; at < bytes.length; at += ENTRY_BYTES) {
    const written = bytes.readUInt32BE(at + 16);
    bucket.set(uuidOf(bytes.subarray(at, at + 16)), {
      version: Math.floor(written / 2),
      isArchived: written % 2 === 1,
      tag: bytes.subarray(at + 20, at + ENTRY_BYTES),
    });
  }
  return bucket;
}

export function sealRoot(key: Buffer, vaultId: string, root: Root): Sealed {
  return seal(key, `plumbline manifest\n${vaultId}\nroot`, Buffer.from(JSON.stringify(root)));
}

/** Null where it does not authenticate. */
export function openRoot(key: Buffer, vaultId: string, sealed: Sealed): Root | null {
  const bytes = unseal(key, `plumbline manifest\n${vaultId}\nroot`, sealed);
  return bytes === null ? null : JSON.parse(bytes.toString());
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
