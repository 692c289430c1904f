/**
 * The import directions of the program, without exceptions:
 *
 *     renderer → shared ← electron       data is read by electron/store, test may import anything
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'shared-stands-alone',
      'shared/ imports nothing of the two sides.',
      { path: '^shared/' },
      { path: '^(electron|renderer|data|test)/' },
    ),
    forbid(
      'shared-runs-everywhere',
      'shared/ runs in the page as well: no Node, no packages but zod.',
      { path: '^shared/' },
      { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: 'node_modules/zod/' },
    ),
    forbid(
      'renderer-only-shared',
      'The page reaches the workbench through the contract.',
      { path: '^renderer/' },
      { path: '^(electron|data|test)/' },
    ),
    forbid('renderer-without-node', 'The page has no Node.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    forbid(
      'electron-only-shared',
      'The workbench knows no page and no test.',
      { path: '^electron/' },
      { path: '^(renderer|test)/' },
    ),
    forbid(
      'data-through-store',
      'Bundled data is read in one place.',
      { path: '^(electron|renderer|shared)/', pathNot: '^electron/store/' },
      { path: '^data/' },
    ),
    forbid(
      'electron-in-two-files',
      'Only the window host knows Electron.',
      { path: '^(electron|renderer|shared)/', pathNot: '^electron/(main|preload)\\.ts$' },
      {
        path: '(^|node_modules/)electron(/|$)',
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'unknown', 'undetermined'],
      },
    ),
    forbid(
      'engine-is-pure',
      'Calculation: no I/O, no clock, no packages; shared/ only.',
      { path: '^electron/engine/' },
      { pathNot: '^(electron/engine|shared)/' },
    ),
    forbid(
      'features-apart',
      'A feature never imports another one.',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    forbid(
      'no-cycles',
      'No module needs itself.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('resolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    forbid(
      'declared',
      'Every package used is in package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
