/**
 * A workbench on a folder of its own, called as a host calls it: values are cloned on both ways as
 * between processes, and every answer is parsed with the contract's output schema.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { dataFolder } from '../../electron/paths.ts';
import { openStore, type Store } from '../../electron/store/open-store.ts';
import { type Workbench, workbenchOver } from '../../electron/workbench.ts';
import { contract, type Input, type Method, type Output, type WorkbenchEvent } from '../../shared/contract.ts';
import type { Failure, Result } from '../../shared/errors.ts';

export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder whose store has the bundled data already. */
function homeWithBundledData(): string {
  const home = folderForTest();
  copyFileSync(inject('bundledStore'), join(home, 'plumbline.sqlite'));
  return home;
}

export class TestWorkbench {
  readonly home: string;
  readonly dataFolder: string;
  store: Store;
  #workbench: Workbench;
  readonly logged: string[] = [];
  /** What the workbench takes for the moment, ISO 8601 in UTC; null for the machine's clock. */
  moment: string | null = null;
  readonly events: { event: WorkbenchEvent; except: string | null }[] = [];

  constructor(home = homeWithBundledData(), data = dataFolder) {
    this.home = home;
    this.dataFolder = data;
    this.store = openStore(home);
    this.#workbench = this.#over(this.store);
    onTestFinished(() => this.#workbench.close());
  }

  #over(store: Store): Workbench {
    const host = { kind: 'browser' as const, log: (line: string) => this.logged.push(line) };
    const now = () => this.moment ?? new Date().toISOString();
    const workbench = workbenchOver(store, { home: this.home, dataFolder: this.dataFolder, host, now });
    workbench.events.subscribe((event, except) => this.events.push({ event: structuredClone(event), except }));
    return workbench;
  }

  /** What a restart of the program does. */
  restart(): void {
    this.#workbench.close();
    this.store = openStore(this.home);
    this.#workbench = this.#over(this.store);
  }

  async dispatch(method: string, input: unknown, client = 'test'): Promise<Result<unknown>> {
    return structuredClone(await this.#workbench.dispatch(method, structuredClone(input), client));
  }

  async call<M extends Method>(method: M, input: Input<M>, client = 'test'): Promise<Output<M>> {
    const result = await this.dispatch(method, input, client);
    if (!result.ok) throw new Error(`${method} failed: ${JSON.stringify(result.error)} ${this.logged.join('\n')}`);
    return contract[method].output.parse(result.value) as Output<M>;
  }

  /** The failure with which the call is refused. */
  async refusal(method: Method, input: unknown): Promise<Failure> {
    const result = await this.dispatch(method, input);
    if (result.ok) throw new Error(`${method} was not refused`);
    return result.error;
  }
}
