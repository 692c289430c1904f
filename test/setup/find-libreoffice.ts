/**
 * The LibreOffice that recalculates workbooks in the tests: PLUMBLINE_LIBREOFFICE or the system's.
 * Where there is none, tests that need it are reported as not run.
 */
import { join } from 'node:path';
import { findProgram, installDebianPackages } from './find-program.ts';

const { ProgramFiles = '' } = process.env;
const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/lib/libreoffice/program/soffice', '/opt/libreoffice/program/soffice'],
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: [join(ProgramFiles, 'LibreOffice/program/soffice.com')],
};

/** Its path, or null. */
export function findLibreOffice(): string | null {
  const { PLUMBLINE_LIBREOFFICE } = process.env;
  return PLUMBLINE_LIBREOFFICE || findProgram(['soffice', 'libreoffice'], PLACES[process.platform] ?? []);
}

/** Asks Debian for it where it is missing and can be had. */
export function ensureLibreOffice(): void {
  if (!findLibreOffice()) installDebianPackages(['libreoffice-calc-nogui', 'fonts-noto-cjk']);
}
