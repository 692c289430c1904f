/** A private record as it lies on disk: sealed with its kind, in a place that nothing else opens in. */
import { VAULT_KINDS, type VaultKind, type VaultRecord } from '../../shared/vault.ts';
import type { RecordRow } from '../store/vault-rows.ts';
import { checksum, seal, unseal } from './seal.ts';

export type AnyRecord = { kind: VaultKind; record: VaultRecord<VaultKind> };
type Unopened = 'damaged' | 'tampered' | 'unknown-kind';

export function sealRecord(dataKey: Buffer, vaultId: string, { kind, record }: AnyRecord, version: number): RecordRow {
  const { isArchived } = VAULT_KINDS[kind];
  const plain = Buffer.from(JSON.stringify({ kind, record }));
  const sealed = seal(dataKey, placeOf(vaultId, { id: record.id, version, isArchived }), plain);
  plain.fill(0);
  return { id: record.id, version, isArchived, ...sealed, checksum: checksum(sealed.nonce, sealed.tag, sealed.body) };
}

export function openRecord(dataKey: Buffer, vaultId: string, row: RecordRow): AnyRecord | Unopened {
  const plain = unseal(dataKey, placeOf(vaultId, row), row);
  if (plain === null) return checksum(row.nonce, row.tag, row.body).equals(row.checksum) ? 'tampered' : 'damaged';
  const opened = readRecord(JSON.parse(plain.toString()));
  plain.fill(0);
  // A record that names another id than its row was not sealed by this program.
  return opened?.record.id === row.id ? opened : 'unknown-kind';
}

/** Null of a kind or form that this program does not know. */
export function readRecord({ kind, record }: { kind?: unknown; record?: unknown }): AnyRecord | null {
  if (!isKind(kind)) return null;
  const parsed = VAULT_KINDS[kind].schema.safeParse(record);
  return parsed.success ? { kind, record: parsed.data } : null;
}

/** Where a record belongs: it opens nowhere else. */
function placeOf(
  vaultId: string,
  { id, version, isArchived }: Pick<RecordRow, 'id' | 'version' | 'isArchived'>,
): string {
  return `plumbline record\n${vaultId}\n${id}\n${version}\n${isArchived ? 'archived' : 'live'}`;
}

function isKind(kind: unknown): kind is VaultKind {
  return typeof kind === 'string' && Object.hasOwn(VAULT_KINDS, kind);
}
