/** A workbench whose vault is open, for tests of what is private. */

import { buildDispatch, type Handlers } from '../../electron/dispatch.ts';
import type { Context } from '../../electron/handlers/context.ts';
import { noteImageHandlers } from '../../electron/handlers/note-images.ts';
import { noteHandlers } from '../../electron/handlers/notes.ts';
import { objectHandlers } from '../../electron/handlers/objects.ts';
import { Vault } from '../../electron/vault/vault.ts';
import type { WorkbenchEvent } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const PASSPHRASE = '铅垂线 hangs true';

export class PrivateWorkbench extends TestWorkbench {
  vault = new Vault(this.store.db, () => new Date().toISOString());
  #handlers = this.#build();

  #build() {
    const context = {
      store: this.store,
      vault: this.vault,
      emit: (event: WorkbenchEvent, except: string | null) =>
        this.events.push({ event: structuredClone(event), except }),
      now: () => new Date().toISOString(),
    } as unknown as Context;
    return { ...noteHandlers(context), ...noteImageHandlers(context), ...objectHandlers(context) };
  }

  override async dispatch(method: string, input: unknown, client = 'test'): Promise<Result<unknown>> {
    if (!(method in this.#handlers)) return super.dispatch(method, input, client);
    const own = buildDispatch(this.#handlers as unknown as Handlers, (line) => this.logged.push(line));
    return structuredClone(await own(method, structuredClone(input), client));
  }

  lock(): void {
    this.vault.lock();
  }

  async unlock(): Promise<void> {
    await this.vault.unlock({ passphrase: PASSPHRASE });
  }

  recordCount(): number {
    return Number(
      (this.store.db.prepare('SELECT count(*) AS count FROM vault_record').get() as { count: number }).count,
    );
  }
}

export async function openedVault(): Promise<PrivateWorkbench> {
  const workbench = new PrivateWorkbench();
  await workbench.vault.create(PASSPHRASE);
  return workbench;
}
