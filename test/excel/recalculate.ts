/**
 * LibreOffice as a second opinion: opens workbooks, recalculates every formula and saves them again.
 *
 * It runs with a profile of its own in a temporary folder, set to recalculate on loading whatever the
 * file says, so that what comes back is its result and not our cached one.
 */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type CellObject, readFile, set_fs, type WorkBook } from '@e965/xlsx';
import { findLibreOffice } from '../setup/find-libreoffice.ts';

const CONVERSION_TIMEOUT_MS = 170_000;

const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

set_fs(fs);

/** The recalculated workbooks, in the order of `paths` (whose file names must differ). */
export async function recalculate(paths: readonly string[]): Promise<WorkBook[]> {
  const half = Math.ceil(paths.length / 2);
  const halves = [paths.slice(0, half), paths.slice(half)].filter((part) => part.length > 0);
  return (await Promise.all(halves.map(recalculateInOneProcess))).flat();
}

async function recalculateInOneProcess(paths: readonly string[]): Promise<WorkBook[]> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-libreoffice-'));
  try {
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const out = join(folder, 'out');
    await promisify(execFile)(
      findLibreOffice() ?? 'soffice',
      [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...paths],
      { timeout: CONVERSION_TIMEOUT_MS, maxBuffer: 1 << 26 },
    );
    return paths.map((path) => readWorkbook(join(out, basename(path))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function readWorkbook(path: string): WorkBook {
  return readFile(path, { cellFormula: true });
}

/** The value of a cell as the file holds it: an error by its code, null where the cell is empty or missing. */
export function plainValue(cell: CellObject | undefined): number | string | boolean | null {
  if (cell === undefined || cell.t === 'z' || cell.v === undefined) return null;
  if (cell.t === 'e') return String(cell.w);
  return cell.v instanceof Date ? cell.v.getTime() : cell.v;
}
