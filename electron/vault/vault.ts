/**
 * The vault: private records in memory while it is open, sealed on disk always.
 *
 *     const vault = new Vault(db, now);
 *     const recoveryKey = await vault.create(passphrase);       // shown once
 *     vault.write([{ put: 'note', record: note }]);             // one transaction
 *     vault.list('note'); vault.find('note', id);               // live kinds
 *     vault.read('noteVersion', id);                            // archived kinds, from disk
 *     vault.lock();  await vault.unlock({ passphrase });
 *
 * A record's id is a UUID and is all that can be seen of it on disk, with its size. Every method that needs the
 * key throws AppError 'vault-locked' while there is none.
 */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { VAULT_KINDS, type VaultKind, type VaultRecord, type VaultStatus } from '../../shared/vault.ts';
import { type Db, inTransaction } from '../store/sqlite.ts';
import {
  dropRecord,
  findHeader,
  findManifestPart,
  findRecord,
  listRecordMarks,
  liveRecords,
  type RecordRow,
  writeHeaderRow,
  writeManifestPart,
  writeRecord,
} from '../store/vault-rows.ts';
import {
  BUCKETS,
  type Bucket,
  bucketOf,
  entryOf,
  isSameEntry,
  openBucket,
  openRoot,
  type Root,
  sealBucket,
  sealRoot,
} from './manifest.ts';
import { newRecoveryKey, readRecoveryKey } from './recovery-key.ts';
import { checksum, seal, unseal } from './seal.ts';
import {
  newHeader,
  openWithPassphrase,
  openWithRecovery,
  readHeader,
  type VaultHeader,
  writeHeader,
} from './vault-header.ts';

export type VaultChange<K extends VaultKind = VaultKind> = {
  [Each in K]: { put: Each; record: VaultRecord<Each> } | { drop: Each; id: string };
}[K];

export type Fault = VaultStatus['faults'][number];

type Held = { [K in VaultKind]?: Map<string, VaultRecord<K>> };
type Open = { dataKey: Buffer; header: VaultHeader; held: Held; buckets: Bucket[]; root: Root; faults: Fault[] };
type Opened = { kind: VaultKind; record: VaultRecord<VaultKind> } | Fault['fault'];

/** Above any version of the records of a vault whose manifest is lost. */
const FRESH_VERSION = 2 ** 30;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export class Vault {
  readonly #db: Db;
  readonly #now: () => string;
  readonly #listeners = new Set<(isOpen: boolean) => void>();
  #open: Open | null = null;

  /** @param now the moment, ISO 8601 in UTC */
  constructor(db: Db, now: () => string) {
    this.#db = db;
    this.#now = now;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  get exists(): boolean {
    return findHeader(this.#db) !== null;
  }

  /** Records that could not be opened at the last unlocking. */
  get faults(): readonly Fault[] {
    return this.#needed().faults;
  }

  get changedAt(): string | null {
    return this.#open?.root.changedAt ?? null;
  }

  /** Told after every opening and locking, before who asked for it. Returns a function that stops it. */
  subscribe(listener: (isOpen: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes the vault and leaves it open. Gives the recovery key, which is kept nowhere. Throws 'vault-exists'. */
  async create(passphrase: string): Promise<string> {
    const recoveryKey = newRecoveryKey();
    const bits = readRecoveryKey(recoveryKey);
    if (bits === null) throw new Error('A new recovery key cannot be read');
    const { header, dataKey } = await newHeader(passphrase, bits, this.#now());
    const root = { writes: 0, changedAt: this.#now(), tags: Array.from({ length: BUCKETS }, () => '') };
    inTransaction(this.#db, () => {
      if (this.exists) throw new AppError('vault-exists', message('vault.exists'));
      writeHeaderRow(this.#db, writeHeader(header));
      writeManifestPart(this.#db, 'root', sealRoot(dataKey, header.vaultId, root));
    });
    const buckets = Array.from({ length: BUCKETS }, (): Bucket => new Map());
    this.#opened({ dataKey, header, held: {}, buckets, root, faults: [] });
    return recoveryKey;
  }

  /** Throws 'vault-missing', 'vault-damaged' (the header), or 'wrong-passphrase'. Damaged records are left out and told in `faults`. */
  async unlock(by: { passphrase: string } | { recoveryKey: string }): Promise<void> {
    const header = this.#header();
    const dataKey =
      'passphrase' in by ? await openWithPassphrase(header, by.passphrase) : openByRecovery(header, by.recoveryKey);
    if (dataKey === null) throw new AppError('wrong-passphrase', message('vault.wrongPassphrase'));
    if (this.#open !== null) return;
    this.#opened(openRecords(this.#db, header, dataKey));
  }

  /** Forgets the key and everything that was read with it. */
  lock(): void {
    if (this.#open === null) return;
    this.#open.dataKey.fill(0);
    this.#open = null;
    for (const listener of this.#listeners) listener(false);
  }

  /** All live records of a kind, in no order. */
  list<K extends VaultKind>(kind: K): VaultRecord<K>[] {
    return [...(this.#held(kind)?.values() ?? [])];
  }

  /** A live record. */
  find<K extends VaultKind>(kind: K, id: string): VaultRecord<K> | undefined {
    return this.#held(kind)?.get(id);
  }

  /** An archived record, from disk. Throws 'vault-damaged' or 'vault-tampered' where it does not open; undefined where there is none. */
  read<K extends VaultKind>(kind: K, id: string): VaultRecord<K> | undefined {
    const { dataKey, header } = this.#needed();
    const row = findRecord(this.#db, id);
    if (row === undefined) return undefined;
    const opened = openRecord(dataKey, header.vaultId, row);
    if (typeof opened === 'string') {
      const code = opened === 'damaged' ? 'vault-damaged' : 'vault-tampered';
      throw new AppError(code, message(opened === 'damaged' ? 'vault.recordDamaged' : 'vault.recordTampered'));
    }
    // The kind is sealed with the record: it is of its schema.
    return opened.kind === kind ? (opened.record as VaultRecord<K>) : undefined;
  }

  /** All changes in one transaction, with what the store writes in `also`; then in memory. */
  write(changes: readonly VaultChange[], also: () => void = () => {}): void {
    const open = this.#needed();
    const touched = new Map<number, Bucket>();
    const rows: RecordRow[] = [];
    const dropped: string[] = [];
    for (const change of changes) {
      const id = 'put' in change ? change.record.id : change.id;
      if (!UUID.test(id)) throw new Error('The id of a private record is not a UUID');
      const index = bucketOf(id);
      const bucket = touched.get(index) ?? new Map(open.buckets[index]);
      touched.set(index, bucket);
      if ('put' in change) {
        const row = sealRecord(open, change, (bucket.get(id)?.version ?? open.root.writes) + 1);
        bucket.set(id, entryOf(row));
        rows.push(row);
      } else {
        bucket.delete(id);
        dropped.push(id);
      }
    }
    const root = { writes: open.root.writes + 1, changedAt: this.#now(), tags: [...open.root.tags] };
    inTransaction(this.#db, () => {
      for (const row of rows) writeRecord(this.#db, row);
      for (const id of dropped) dropRecord(this.#db, id);
      for (const [index, bucket] of touched) {
        const sealed = sealBucket(open.dataKey, open.header.vaultId, index, bucket);
        writeManifestPart(this.#db, String(index), sealed);
        root.tags[index] = sealed.tag.toString('hex');
      }
      writeManifestPart(this.#db, 'root', sealRoot(open.dataKey, open.header.vaultId, root));
      also();
    });
    for (const [index, bucket] of touched) open.buckets[index] = bucket;
    open.root = root;
    for (const change of changes) adopt(open.held, change);
  }

  #header(): VaultHeader {
    const written = findHeader(this.#db);
    if (written === null) throw new AppError('vault-missing', message('vault.missing'));
    const header = readHeader(written);
    if (header === null) throw new AppError('vault-damaged', message('vault.headerDamaged'));
    return header;
  }

  #needed(): Open {
    if (this.#open === null) {
      throw this.exists
        ? new AppError('vault-locked', message('vault.locked'))
        : new AppError('vault-missing', message('vault.missing'));
    }
    return this.#open;
  }

  #held<K extends VaultKind>(kind: K): Map<string, VaultRecord<K>> | undefined {
    const { held }: { held: { [Each in K]?: Map<string, VaultRecord<Each>> } } = this.#needed();
    return held[kind];
  }

  #opened(open: Open): void {
    this.#open = open;
    for (const listener of this.#listeners) listener(true);
  }
}

function openByRecovery(header: VaultHeader, typed: string): Buffer | null {
  const bits = readRecoveryKey(typed);
  if (bits === null) throw new AppError('wrong-passphrase', message('vault.mistypedRecoveryKey'));
  return openWithRecovery(header, bits);
}

/** What is not as the manifest says is left out and told. */
function openRecords(db: Db, header: VaultHeader, dataKey: Buffer): Open {
  const { vaultId } = header;
  const faults: Fault[] = [];
  const sealedRoot = findManifestPart(db, 'root');
  const root = sealedRoot === undefined ? null : openRoot(dataKey, vaultId, sealedRoot);
  if (root === null) faults.push({ recordId: 'manifest', fault: sealedRoot === undefined ? 'missing' : 'tampered' });
  const marks = Map.groupBy(listRecordMarks(db), ({ id }) => bucketOf(id));
  const outdated = new Set<string>();
  const buckets = Array.from({ length: BUCKETS }, (_, index): Bucket => {
    const present = marks.get(index) ?? [];
    const asPresent = () => new Map(present.map((mark) => [mark.id, entryOf(mark)]));
    if (root === null) return asPresent();
    const sealed = findManifestPart(db, String(index));
    if (root.tags[index] === '' && sealed === undefined && present.length === 0) return new Map();
    const bucket = sealed === undefined ? null : openBucket(dataKey, vaultId, index, sealed);
    if (bucket === null || sealed?.tag.toString('hex') !== root.tags[index]) {
      faults.push({ recordId: `manifest/${index}`, fault: bucket === null ? 'tampered' : 'rolled-back' });
      return asPresent();
    }
    for (const mark of present) {
      const known = bucket.get(mark.id);
      if (known !== undefined && isSameEntry(known, entryOf(mark))) continue;
      outdated.add(mark.id);
      faults.push({ recordId: mark.id, fault: known === undefined ? 'foreign' : 'rolled-back' });
    }
    const ids = new Set(present.map(({ id }) => id));
    for (const id of bucket.keys()) if (!ids.has(id)) faults.push({ recordId: id, fault: 'missing' });
    return bucket;
  });
  const held: Held = {};
  for (const row of liveRecords(db)) {
    const opened = openRecord(dataKey, vaultId, row);
    if (typeof opened === 'string') {
      // Why it differs from the manifest is that its bytes are others.
      const known = faults.findIndex(({ recordId }) => recordId === row.id);
      if (known >= 0) faults.splice(known, 1);
      faults.push({ recordId: row.id, fault: opened });
    } else if (!outdated.has(row.id)) {
      adopt(held, { put: opened.kind, record: opened.record } as VaultChange);
    }
  }
  return {
    dataKey,
    header,
    held,
    buckets,
    root: root ?? { writes: FRESH_VERSION, changedAt: '', tags: Array.from({ length: BUCKETS }, () => '') },
    faults,
  };
}

function sealRecord(
  { dataKey, header }: Open,
  { put, record }: { put: VaultKind; record: VaultRecord<VaultKind> },
  version: number,
): RecordRow {
  const { isArchived } = VAULT_KINDS[put];
  const plain = Buffer.from(JSON.stringify({ kind: put, record }));
  const sealed = seal(dataKey, placeOf(header.vaultId, { id: record.id, version, isArchived }), plain);
  plain.fill(0);
  return { id: record.id, version, isArchived, ...sealed, checksum: checksum(sealed.nonce, sealed.tag, sealed.body) };
}

function openRecord(dataKey: Buffer, vaultId: string, row: RecordRow): Opened {
  const plain = unseal(dataKey, placeOf(vaultId, row), row);
  if (plain === null) return checksum(row.nonce, row.tag, row.body).equals(row.checksum) ? 'tampered' : 'damaged';
  const { kind, record } = JSON.parse(plain.toString());
  plain.fill(0);
  if (!isKind(kind)) return 'unknown-kind';
  const parsed = VAULT_KINDS[kind].schema.safeParse(record);
  return parsed.success ? { kind, record: parsed.data } : 'unknown-kind';
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

function adopt(held: Held, change: VaultChange): void {
  const kind = 'put' in change ? change.put : change.drop;
  if (VAULT_KINDS[kind].isArchived) return;
  const records = (held[kind] ?? new Map()) as Map<string, VaultRecord<VaultKind>>;
  Object.assign(held, { [kind]: records });
  if ('put' in change) records.set(change.record.id, change.record);
  else records.delete(change.id);
}
