/** The bundled facts as they lie in `data/`, expanded as the program expands them. */
import { readdirSync, readFileSync } from 'node:fs';
import { expandReport, type Report, readEntities } from '../../electron/store/report-file.ts';
import type { Fact } from '../../shared/facts.ts';

const DATA = new URL('../../data/', import.meta.url);

export function filesOf(folder: string): { name: string; text: string }[] {
  const directory = new URL(folder, DATA);
  return readdirSync(directory)
    .toSorted()
    .map((file) => ({ name: file.replace(/\.jsonl?$/, ''), text: readFileSync(new URL(file, directory), 'utf8') }));
}

export const reports: { file: string; report: Report }[] = filesOf('reports/').map(({ name, text }) => ({
  file: name,
  report: expandReport(text),
}));
export const exhibits = reports.flatMap(({ report }) => report.exhibits);
export const facts = reports.flatMap(({ report }) => report.facts);
export const entities = filesOf('entities/').flatMap(({ text }) => readEntities(text));

/** Facts of one source; a source may come in several files. */
export function factsOf(sourceId: string): Fact[] {
  return facts.filter((fact) => fact.sourceId === sourceId);
}
