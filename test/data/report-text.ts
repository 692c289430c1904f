/**
 * The texts of the reports, which are no part of the project: checks that read them say by name that
 * they were not run where the texts are absent.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { raised } from './printed-figure.ts';

const REPORTS = new URL('../../../shared/reports/', import.meta.url);
const files = existsSync(REPORTS) ? readdirSync(REPORTS) : [];

export const TEXT_IS_ABSENT = 'the texts of the reports are not here (../shared/reports)';

/** The OCR text of a report; undefined where it is not here. */
export function findReportText(sourceId: string): string | undefined {
  const file = files.find((name) => name.startsWith(`${sourceId}_`));
  return file === undefined ? undefined : readFileSync(new URL(file, REPORTS), 'utf8');
}

/** The OCR text without its LaTeX and Markdown: as it would read on paper. */
export function withoutMarkup(text: string): string {
  return text
    .replace(
      /\\frac\{([^{}]*)\}\{([^{}]*)\}/g,
      (_, top, bottom) => `${top}/${/times/.test(bottom) ? `(${bottom})` : bottom}`,
    )
    .replaceAll('\\times', '×')
    .replaceAll('\\approx', '≈')
    .replaceAll('\\triangle', '△')
    .replace(/\\(mathrm|mbox|text|mathbf) ?\{([^{}]*)\}/g, '$2')
    .replace(/\^\{(-?\d+)\}/g, (_, power: string) => power.replace(/./g, raised))
    .replace(/\^\{([^{}]*)\}/g, '$1')
    .replace(/<li>\s*•?/g, '•')
    .replace(/<\/?[a-z][^<>]*>/g, '')
    .replace(/\*\*|\$/g, '');
}

/** As it would read on paper, without white space: OCR puts it anywhere. */
export function asPrinted(text: string): string {
  return withoutMarkup(text).replace(/\s+/g, '');
}
