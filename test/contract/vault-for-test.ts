/** A workbench whose vault is open, for tests of what is private. */
import { TestWorkbench } from './workbench-for-test.ts';

const passphrase = '铅垂线 hangs true, 基座 too';

export async function openedVault(workbench = new TestWorkbench()): Promise<TestWorkbench> {
  await workbench.call('createVault', { passphrase });
  return workbench;
}

export async function unlock(workbench: TestWorkbench): Promise<void> {
  await workbench.call('unlockVault', { by: { passphrase } });
}
