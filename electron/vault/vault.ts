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
 *
 * What it cannot tell: that the whole store was put back to an earlier state (the time of the last change shows it),
 * and what else reads this process's memory: texts are JavaScript strings and stay there until they are collected.
 */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { VAULT_KINDS, type VaultKind, type VaultRecord } from '../../shared/vault.ts';
import type { VaultProof } from '../../shared/vault-methods.ts';
import { type Db, inTransaction } from '../store/sqlite.ts';
import { findHeader, findManifestPart, findRecord, writeHeaderRow } from '../store/vault-rows.ts';
import { availableStore, bitsOf, dataKeyFrom, dataKeyOf } from './data-key.ts';
import type { KeyStore } from './key-store.ts';
import { BUCKETS, type Bucket, type Fault, newRoot, openRoot } from './manifest.ts';
import { openRecords } from './open-records.ts';
import { newRecoveryKey } from './recovery-key.ts';
import { wipeKey } from './seal.ts';
import { type AnyRecord, openRecord } from './sealed-record.ts';
import { vaultFileParts } from './vault-file.ts';
import {
  newHeader,
  readHeader,
  sealUnderKeyStore,
  sealUnderPassphrase,
  sealUnderRecovery,
  type VaultHeader,
  writeHeader,
} from './vault-header.ts';
import { acceptFaults, type OpenVault, type VaultChange, writeChanges } from './write-changes.ts';

export type { VaultChange } from './write-changes.ts';

export class Vault {
  readonly #db: Db;
  readonly #now: () => string;
  readonly #keyStore: KeyStore | null;
  readonly #listeners = new Set<(isOpen: boolean) => void>();
  #open: OpenVault | null = null;
  /** Counts lockings: an opening that was under way when one came does not go on. */
  #lockings = 0;
  /** Key derivations take 128 MB each, and two openings would be in each other's way: one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  /** @param now the moment, ISO 8601 in UTC */
  constructor(db: Db, now: () => string, keyStore: KeyStore | null = null) {
    this.#db = db;
    this.#now = now;
    this.#keyStore = keyStore;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  get exists(): boolean {
    return findHeader(this.#db) !== null;
  }

  /** What was found wrong at the last unlocking and was neither written over nor accepted since. */
  get faults(): readonly Fault[] {
    return this.#needed().faults;
  }

  get changedAt(): string | null {
    // Empty where the manifest is lost.
    return this.#open?.root.changedAt || null;
  }

  /** Throws 'vault-missing', 'vault-damaged' or 'newer-version'. */
  get header(): VaultHeader {
    return this.#open?.header ?? this.#readHeader().header;
  }

  /** Told after every opening and locking, before who asked for it. Returns a function that stops it. */
  subscribe(listener: (isOpen: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes the vault and leaves it open. Gives the recovery key, which is kept nowhere. Throws 'vault-exists'. */
  create(passphrase: string): Promise<string> {
    return this.#inTurn(async () => {
      if (this.exists) throw new AppError('vault-exists', message('vault.exists'));
      const recoveryKey = newRecoveryKey();
      const { header, dataKey } = await newHeader(passphrase, bitsOf(recoveryKey), this.#now());
      await this.adopt(header, dataKey);
      return recoveryKey;
    });
  }

  /**
   * Makes a vault of a header and the data key that it seals, with `records`, in one transaction, and leaves it open.
   * Throws 'vault-exists'.
   */
  async adopt(header: VaultHeader, dataKey: Buffer, changes: readonly VaultChange[] = []): Promise<void> {
    const root = newRoot(this.#now());
    const buckets = Array.from({ length: BUCKETS }, (): Bucket => new Map());
    const open: OpenVault = { dataKey, header, held: {}, buckets, root, unsealed: new Set(), faults: [] };
    inTransaction(this.#db, () => {
      if (this.exists) throw new AppError('vault-exists', message('vault.exists'));
      writeChanges(this.#db, open, this.#now(), { changes, header });
    });
    this.#opened(open);
  }

  /** Whether the header that lies on disk can be read. */
  get isHeaderWhole(): boolean {
    const written = findHeader(this.#db);
    return written !== null && typeof readHeader(written) !== 'string';
  }

  /**
   * Puts the header of an export in the place of one that is damaged, where it is of this vault, and leaves the vault
   * open. Throws 'vault-damaged' where it is another one's.
   */
  restoreHeader(header: VaultHeader, dataKey: Buffer): Promise<void> {
    return this.#inTurn(async () => {
      const sealed = findManifestPart(this.#db, 'root');
      if (sealed === undefined || openRoot(dataKey, header.vaultId, sealed) === null) {
        throw new AppError('vault-damaged', message('vault.headerOfAnother'));
      }
      const written = writeHeader(header);
      const contents = await openRecords(this.#db, written, header, dataKey);
      writeHeaderRow(this.#db, written);
      this.#opened({ ...contents, dataKey, header });
    });
  }

  /**
   * Throws 'vault-missing', 'vault-damaged' (the header), 'wrong-passphrase', or 'key-store'. What is wrong with
   * records is told in `faults`. Goes in steps that leave the thread to others.
   */
  unlock(by: VaultProof | { isByKeyStore: true }): Promise<void> {
    const lockings = this.#lockings;
    return this.#inTurn(async () => {
      const { header, written } = this.#readHeader();
      const dataKey = 'isByKeyStore' in by ? dataKeyFrom(this.#keyStore, header) : await dataKeyOf(header, by);
      if (this.#open !== null) {
        wipeKey(dataKey);
        return;
      }
      const contents = await openRecords(this.#db, written, header, dataKey);
      if (lockings !== this.#lockings) {
        wipeKey(dataKey);
        throw new AppError('vault-locked', message('vault.lockedMeanwhile'));
      }
      this.#opened({ ...contents, dataKey, header });
    });
  }

  /** Forgets the key and everything that was read with it. */
  lock(): void {
    this.#lockings += 1;
    if (this.#open === null) return;
    wipeKey(this.#open.dataKey);
    this.#open = null;
    this.#tell(false);
  }

  /** Seals the data key anew under another passphrase. Throws 'wrong-passphrase'. */
  changePassphrase(proof: VaultProof, passphrase: string): Promise<void> {
    return this.#provenBy(proof, async ({ header, dataKey }) => ({
      ...header,
      ...(await sealUnderPassphrase(header.vaultId, dataKey, passphrase)),
    }));
  }

  /** Another recovery key; the former one opens nothing any more. Throws 'wrong-passphrase'. */
  async newRecoveryKey(proof: VaultProof): Promise<string> {
    const recoveryKey = newRecoveryKey();
    await this.#provenBy(proof, async ({ header, dataKey }) => ({
      ...header,
      recoveryKey: sealUnderRecovery(header.vaultId, dataKey, bitsOf(recoveryKey)),
    }));
    return recoveryKey;
  }

  setAutoLock(minutes: number): void {
    const open = this.#needed();
    this.#rewriteHeader(open, { ...open.header, autoLockMinutes: minutes });
  }

  /** Whether the operating system's key store opens the vault, too. Throws 'key-store' where there is none. */
  setKeyStore(isOn: boolean): void {
    const open = this.#needed();
    const { header, dataKey } = open;
    const keyStoreKey = isOn ? sealUnderKeyStore(header.vaultId, dataKey, availableStore(this.#keyStore)) : null;
    this.#rewriteHeader(open, { ...header, keyStoreKey });
  }

  /** Whether this host's key store gives the key now. It may ask the user: not for mere display. */
  get hasKeyStore(): boolean {
    return this.#keyStore?.isAvailable() ?? false;
  }

  /** Throws 'wrong-passphrase' where `proof` does not open this vault. */
  async prove(proof: VaultProof): Promise<void> {
    await this.#inTurn(async () => wipeKey(await dataKeyOf(this.#readHeader().header, proof)));
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
    const opened = this.#fromDisk(id);
    if (opened === undefined) return undefined;
    if (typeof opened === 'string') {
      const code = opened === 'damaged' ? 'vault-damaged' : 'vault-tampered';
      throw new AppError(code, message(opened === 'damaged' ? 'vault.recordDamaged' : 'vault.recordTampered'));
    }
    // The kind is sealed with the record: it is of its schema.
    return opened.kind === kind ? (opened.record as VaultRecord<K>) : undefined;
  }

  /**
   * Every record that opens, one after the other; null of an archived one that does not. Throws 'vault-locked' where it
   * is locked meanwhile.
   */
  *readAll(): Generator<AnyRecord | null> {
    const { held, buckets } = this.#needed();
    for (const kind of Object.keys(held) as VaultKind[]) {
      for (const record of held[kind]?.values() ?? []) yield { kind, record };
    }
    for (const [id] of buckets.flatMap((bucket) => [...bucket].filter(([, entry]) => entry.isArchived))) {
      const opened = this.#fromDisk(id);
      yield typeof opened === 'object' ? opened : null;
    }
  }

  /** Any record by its kind and id, live or archived; undefined where there is none that opens. */
  findAny(kind: VaultKind, id: string): VaultRecord<VaultKind> | undefined {
    if (!VAULT_KINDS[kind].isArchived) return this.find(kind, id);
    const opened = this.#fromDisk(id);
    return typeof opened === 'object' && opened.kind === kind ? opened.record : undefined;
  }

  /** The file of the vault, part by part (vault-file.ts). */
  fileParts(records: Iterable<AnyRecord>): Generator<Buffer, void> {
    const { dataKey, header } = this.#needed();
    return vaultFileParts(header, dataKey, records);
  }

  /** Writes what came from elsewhere; whoever keeps something that was read from the vault begins anew. */
  takeIn(changes: readonly VaultChange[]): void {
    this.write(changes);
    this.#tell(false);
    this.#tell(true);
  }

  /** All changes in one transaction, with what the store writes in `also`; then in memory. */
  write(changes: readonly VaultChange[], also: () => void = () => {}): void {
    writeChanges(this.#db, this.#needed(), this.#now(), { changes, also });
  }

  /**
   * Takes what lies on disk for right: what opens is shown from now on, what does not is removed, and nothing of it
   * is told again. Records of kinds that this program does not know stay.
   */
  acceptFaults(): void {
    const open = this.#needed();
    acceptFaults(this.#db, open, this.#now());
    // Whoever keeps something that was read from it begins anew.
    this.#tell(false);
    this.#tell(true);
  }

  #provenBy(proof: VaultProof, renew: (open: OpenVault) => Promise<VaultHeader>): Promise<void> {
    return this.#inTurn(async () => {
      const open = this.#needed();
      wipeKey(await dataKeyOf(this.#readHeader().header, proof));
      const header = await renew(open);
      // Deriving keys took a moment, in which it may have been locked, and the key wiped.
      if (this.#needed() !== open) throw new AppError('vault-locked', message('vault.lockedMeanwhile'));
      this.#rewriteHeader(open, header);
    });
  }

  #rewriteHeader(open: OpenVault, header: VaultHeader): void {
    writeChanges(this.#db, open, this.#now(), { changes: [], header });
  }

  #readHeader(): { header: VaultHeader; written: string } {
    const written = findHeader(this.#db);
    if (written === null) throw new AppError('vault-missing', message('vault.missing'));
    const header = readHeader(written);
    if (header === 'newer') throw new AppError('newer-version', message('vault.newer'));
    if (header === 'damaged') throw new AppError('vault-damaged', message('vault.headerDamaged'));
    return { header, written };
  }

  #needed(): OpenVault {
    if (this.#open === null) {
      throw this.exists
        ? new AppError('vault-locked', message('vault.locked'))
        : new AppError('vault-missing', message('vault.missing'));
    }
    return this.#open;
  }

  /** A record as it lies on disk, or why it does not open; undefined where there is none. */
  #fromDisk(id: string): ReturnType<typeof openRecord> | undefined {
    const { dataKey, header } = this.#needed();
    const row = findRecord(this.#db, id);
    return row && openRecord(dataKey, header.vaultId, row);
  }

  #held<K extends VaultKind>(kind: K): Map<string, VaultRecord<K>> | undefined {
    const { held }: { held: { [Each in K]?: Map<string, VaultRecord<Each>> } } = this.#needed();
    return held[kind];
  }

  #opened(open: OpenVault): void {
    this.#open = open;
    this.#tell(true);
  }

  #tell(isOpen: boolean): void {
    for (const listener of this.#listeners) listener(isOpen);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
