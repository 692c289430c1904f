/** The import of a CSV file of 1,000,000 rows, beside the `sqlite3` command's own `.import` of the same file. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchHome } from '../e2e/workbench-host.ts';
import type { ImportFigures } from './import-child.ts';
import { distributionOf } from './measure.ts';
import type { Finding } from './report.ts';
import { openScratchWorkbench } from './scratch-workbench.ts';

const DAYS = 1000;
const APPS = 50;
const MARKETS = ['US', 'CN', 'JP', 'GB', 'DE'];
const PLATFORMS = ['ios', 'android', 'ipad', 'web'];
const ROUNDS = 3;
const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url));

/** The columns of the file under the same kind of key: clustered, by series and then by time. */
const PEER_TABLE = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
CREATE TABLE observation (
  date TEXT, app TEXT, country TEXT, platform TEXT, downloads REAL,
  PRIMARY KEY (app, country, platform, date)
) WITHOUT ROWID;`;

export async function benchImport(): Promise<Finding[]> {
  const scratch = scratchHome();
  const file = join(scratch.path, 'downloads.csv');
  writeRows(file);
  const hasPeer = spawnSync('sqlite3', ['--version']).status === 0;
  if (!hasPeer) process.stderr.write('sqlite3 is not installed (apt install sqlite3): nothing to compare with\n');
  const peer: number[] = [];
  const own: ImportFigures[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (hasPeer) peer.push(importWithSqlite(join(scratch.path, 'peer.sqlite'), file));
    own.push(importWithWorkbench(file));
  }
  scratch.remove();
  const median = (of: keyof ImportFigures) => distributionOf(own.map((figures) => figures[of])).median;
  return [
    {
      group: 'import',
      what: 'Import of 1,000,000 rows of CSV, checked and with its history',
      measured: median('ms'),
      unit: 'ms',
      ...(hasPeer && {
        peers: { 'sqlite3 .import': distributionOf(peer).median },
        target: { of: 'ratio', atMost: 2.5 },
      }),
    },
    finding('Memory of the program while it imports them', median('memory'), 'MB', 350),
    finding('Longest time that the main thread did not answer meanwhile', median('longestBlock'), 'ms', 50),
    finding('Longest time without progress', median('longestSilence'), 'ms', 250),
  ];
}

function finding(what: string, measured: number, unit: Finding['unit'], atMost: number): Finding {
  return { group: 'import', what, measured, unit, target: { of: 'value', atMost } };
}

function importWithSqlite(store: string, file: string): number {
  for (const ending of ['', '-wal', '-shm']) rmSync(store + ending, { force: true });
  execFileSync('sqlite3', [store], { input: PEER_TABLE, stdio: ['pipe', 'ignore', 'inherit'] });
  const input = `PRAGMA synchronous = FULL;\n.mode csv\n.import --skip 1 "${file}" observation\n`;
  const startedAt = performance.now();
  execFileSync('sqlite3', [store], { input, stdio: ['pipe', 'ignore', 'inherit'] });
  return performance.now() - startedAt;
}

function importWithWorkbench(file: string): ImportFigures {
  const home = scratchHome();
  // The first opening loads the program's own facts: no part of an import.
  openScratchWorkbench(home.path).close();
  const printed = execFileSync(process.execPath, [CHILD, home.path, file], { encoding: 'utf8' });
  home.remove();
  const figures: ImportFigures = JSON.parse(printed);
  if (figures.added !== DAYS * APPS * MARKETS.length * PLATFORMS.length) throw new Error(`Only ${figures.added} rows`);
  return figures;
}

/** As vendors write them: all apps of a day, then the next day. */
function writeRows(path: string): void {
  const file = openSync(path, 'w');
  writeSync(file, 'date,app,country,platform,downloads\n');
  let seed = 1;
  for (let at = 0; at < DAYS; at += 1) {
    const day = new Date(Date.UTC(2021, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
    let rows = '';
    for (let app = 0; app < APPS; app += 1) {
      for (const market of MARKETS) {
        for (const platform of PLATFORMS) {
          seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
          rows += `${day},App ${app},${market},${platform},${seed % 1_000_000}\n`;
        }
      }
    }
    writeSync(file, rows);
  }
  closeSync(file);
}
