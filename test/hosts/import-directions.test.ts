/** The import rule notices what it forbids: each line of the table is a violation, planted in a scratch project. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../electron/paths.ts';
import { scratchFolder } from './scratch.ts';

const violations = [
  ['shared/up.ts', "import '../electron/main.ts';", 'shared-stands-alone'],
  ['shared/node.ts', "import 'node:fs';", 'shared-runs-everywhere'],
  ['shared/package.ts', "import 'react';", 'shared-runs-everywhere'],
  ['renderer/across.ts', "import '../electron/main.ts';", 'renderer-only-shared'],
  [
    'renderer/across-type.ts',
    "import type { A } from '../electron/main.ts'; export type B = A;",
    'renderer-only-shared',
  ],
  ['renderer/node.ts', "import 'node:path';", 'renderer-without-node'],
  ['electron/across.ts', "import '../renderer/node.ts';", 'electron-only-shared'],
  ['electron/lazily.ts', "await import('../renderer/node.ts');", 'electron-only-shared'],
  ['electron/handlers/data.ts', "import '../../data/facts.json' with { type: 'json' };", 'data-through-store'],
  ['electron/handlers/window.ts', "import { app } from 'electron'; app.quit();", 'electron-in-two-files'],
  ['electron/engine/disk.ts', "import 'node:fs';", 'engine-is-pure'],
  ['electron/engine/store.ts', "import '../store/facts.ts';", 'engine-is-pure'],
  ['renderer/features/one/a.ts', "import '../two/b.ts';", 'features-apart'],
  ['electron/circle-back.ts', "import { a } from './circle.ts'; export const b = () => a;", 'no-cycles'],
  ['electron/nowhere.ts', "import './missing.ts';", 'resolvable'],
] as const;

const allowed = {
  'shared/fine.ts': "import { z } from 'zod'; export type A = z.infer<typeof z.any>;",
  'electron/main.ts': "import { app } from 'electron'; import '../shared/fine.ts'; app.quit(); export type A = string;",
  'electron/store/facts.ts': "import '../../data/facts.json' with { type: 'json' };",
  'electron/circle.ts': "import { b } from './circle-back.ts'; export const a = () => b;",
  'renderer/features/two/b.ts': "import './c.ts';",
  'renderer/features/two/c.ts': 'export {};',
  'data/facts.json': '{}',
};

test('every violation is found under its name, and nothing else', () => {
  const project = scratchFolder();
  for (const [file, source] of [...violations, ...Object.entries(allowed)]) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), source);
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(project, 'node_modules'), 'junction');
  symlinkSync(join(projectFolder, 'package.json'), join(project, 'package.json'));
  const cruiser = join(projectFolder, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const config = join(projectFolder, '.dependency-cruiser.cjs');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [cruiser, '--config', config, '--output-type', 'json', 'electron', 'renderer', 'shared'],
    { cwd: project, encoding: 'utf8' },
  );
  if (stdout === '') throw new Error(`${stderr} (${status})`);
  const { summary } = JSON.parse(stdout);
  const found = new Set(
    summary.violations.map(({ from, rule }: { from: string; rule: { name: string } }) => `${from}: ${rule.name}`),
  );
  for (const [file, , rule] of violations) expect(found).toContain(`${file}: ${rule}`);
  for (const file of Object.keys(allowed)) {
    expect([...found].filter((violation) => String(violation).startsWith(`${file}:`))).toEqual([]);
  }
});
