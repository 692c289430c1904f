/** What an installation on a fresh machine depends on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../electron/paths.ts';

const readJson = (name: string) => JSON.parse(readFileSync(join(projectFolder, name), 'utf8'));

test('the lock names no registry, so that the user’s own is asked', () => {
  expect(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"|https?:\/\/registry/);
});

test('the lock says that better-sqlite3 has nothing to compile, which older npm cannot know otherwise', () => {
  expect(readJson('package-lock.json').packages['node_modules/better-sqlite3'].gypfile).toBe(false);
});

test('every package with an install script is allowed or denied by name', () => {
  const { packages } = readJson('package-lock.json');
  const withScript = Object.keys(packages)
    .filter((path) => path !== '' && packages[path].hasInstallScript && !packages[path].optional)
    .map((path) => path.replace(/^.*node_modules\//, ''));
  expect(Object.keys(readJson('package.json').allowScripts)).toEqual(expect.arrayContaining(withScript));
});

test('versions of packages are exact', () => {
  const { dependencies, devDependencies } = readJson('package.json');
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
