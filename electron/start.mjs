/**
 * `npm start` on whatever Node the machine has: hands over to launch/start.ts on a Node that runs it.
 *
 * The npm package `node` brings that one; npm's scripts find it first on their PATH.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('launch/start.ts', import.meta.url));
const bundled = fileURLToPath(
  new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
);

if (process.env.npm_lifecycle_event === 'start') endWithParent();

if (Number(process.versions.node.split('.')[0]) >= 24) {
  process.argv[1] = script;
  await import('./launch/start.ts');
} else if (existsSync(bundled)) {
  const child = spawn(bundled, [script, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
} else {
  console.error(
    `Node ${process.versions.node} 过旧，且未安装项目自带的 Node。请先运行 npm install。\n` +
      `Node ${process.versions.node} is too old, and the project's own is not installed. Run npm install first.`,
  );
  process.exit(1);
}

/** Nothing stays behind where npm was killed and could pass nothing on. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}
