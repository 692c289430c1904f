/**
 * Command-line host: the same workbench for scripts.
 *
 *     npm run -s plumbline -- eval '算力 * 租金' --let 算力='36512 GPU*h' --let 租金='4.1 USD/(GPU*h)' --unit 万美元
 *
 * JSON on standard output; failures as one line on standard error, with exit code 1. Commands load
 * what they need only when they run: `eval` neither opens nor loads the store. Compiled code is kept in
 * the system's temporary folder, which halves the time to start.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./cli/program.ts');
