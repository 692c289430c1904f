/** Names every test that was not run, with the reason that it gave: a missing program must not pass in silence. */
import type { Reporter, TestModule } from 'vitest/node';

export default class NotRunReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        const reason = result.state === 'skipped' && result.note ? `: ${result.note}` : '';
        console.log(`Not run: ${test.fullName}${reason}`);
      }
    }
  }
}
