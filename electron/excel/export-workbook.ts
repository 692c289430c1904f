/**
 * A sheet as an Excel workbook that still calculates: the model, its reconciliation, the facts and sources
 * behind it, and a chart. Runs in a worker thread (jobs/worker.ts).
 */
import { DocProperties, Workbook } from 'wasm-xlsxwriter';
import { inLanguage } from '../../shared/language.ts';
import { formatMessage, type MessageKey, message } from '../../shared/messages.ts';
import type { Line, SourceRef } from '../../shared/sheet.ts';
import { PeriodAxis } from '../engine/period-axis.ts';
import { SheetModel } from '../engine/sheet-model.ts';
import type { Jobs, OnProgress } from '../jobs/jobs.ts';
import { chosenLines, writeChartSheet } from './chart-sheet.ts';
import { cellText, definedNames, sheetName } from './excel-text.ts';
import { addressesOfFacts, factSourceOf, type SheetFact, sourceRefOf, writeFactsSheet } from './facts-sheet.ts';
import { addressOf, addressOn, type Layout, layOut } from './layout.ts';
import { writeModelSheet } from './model-sheet.ts';
import { reconcileLines, verdictAddress, verdictText, writeReconciliationSheet } from './reconciliation-sheet.ts';
import { saveWorkbook } from './save-workbook.ts';
import {
  formulasOfSeries,
  isDemonstration,
  seriesSourceOf,
  sourceRefsOf,
  type TakenSeries,
  takenSeries,
  writeSeriesSheet,
} from './series-sheet.ts';
import { SourceIndex, writeSourcesSheet } from './sources-sheet.ts';
import { Styles } from './styles.ts';

type Export = Jobs['export-workbook'];

const CALCULATED = 0.1;
const WRITTEN = 0.7;
const ASSEMBLED = 0.9;

/** Writes to `temporaryPath`; the caller puts the file in its place. */
export function exportWorkbook(
  input: Export['input'],
  temporaryPath: string,
  onProgress: OnProgress,
): Export['output'] {
  onProgress(0, message('excel.calculating'));
  const { workbook, cellCount } = buildWorkbook(input, (share) =>
    onProgress(CALCULATED + share * (WRITTEN - CALCULATED), message('excel.writingLines')),
  );
  onProgress(WRITTEN, message('excel.saving'));
  saveWorkbook(workbook, temporaryPath, () => onProgress(ASSEMBLED, message('excel.saving')));
  return { path: input.path, cellCount };
}

function buildWorkbook(
  { document, sources, facts, series, language }: Export['input'],
  onProgress: (share: number) => void,
): { workbook: Workbook; cellCount: number } {
  const say = (key: MessageKey) => formatMessage(message(key), language);
  const layout = layOut(document);
  const model = SheetModel.build(document, factSourceOf(facts), seriesSourceOf(series));
  const axis = new PeriodAxis(document.sheet.timeAxis);
  const styles = new Styles();
  const sourceIndex = new SourceIndex(sources);
  const title = cellText(inLanguage(document.sheet.title, language));
  const taken = takenSeries(series, model.takenOrdinals());
  const unitOf = (line: Line) => line.unit || model.inferredUnitOf(line.id);
  const common = { document, model, layout, styles, language, unitOf };

  const names: string[] = [];
  const nameSheet = (wanted: string) => {
    const name = sheetName(wanted, names, say('excel.model'));
    names.push(name);
    return name;
  };
  const modelName = nameSheet(title);
  const reconciliation = reconcileLines(common);
  const reconciliationName = nameSheet(say('excel.reconciliation'));
  const factsName = nameSheet(say('excel.facts'));
  const seriesName = nameSheet(say('excel.series'));
  const sourcesOf = (line: Line) => allSourcesOf(line, facts, taken, common);

  const workbook = new Workbook();
  workbook.setProperties(new DocProperties().setTitle(title).setAuthor('Plumbline').setCompany('Plumbline'));
  const cellCount = writeModelSheet({
    ...common,
    axis,
    worksheet: addSheet(workbook, modelName),
    sourcesOf,
    addressOfFact: addressesOfFacts(factsName, facts),
    formulaOfSeries: formulasOfSeries(seriesName, taken, axis),
    hasCited: facts.length + series.length > 0,
    isDemonstration: series.some(isDemonstration),
    describeSource: (ref) => sourceIndex.describe(ref),
    verdictOf: (line) => {
      const row = reconciliation.get(line.id);
      return row
        ? { address: verdictAddress(reconciliationName, row), text: verdictText(row.verdict, language) }
        : null;
    },
    onProgress,
  });
  defineNames(workbook, modelName, layout);

  if (reconciliation.size > 0) {
    writeReconciliationSheet(addSheet(workbook, reconciliationName), modelName, [...reconciliation.values()], common);
  }
  if (facts.length > 0) writeFactsSheet(addSheet(workbook, factsName), facts, sourceIndex, styles, language);
  if (series.length > 0) writeSeriesSheet(addSheet(workbook, seriesName), taken, sourceIndex, styles, language);
  const sourced = layout.lines.map((line) => ({ line, refs: sourcesOf(line) })).filter(({ refs }) => refs.length > 0);
  if (sourced.length > 0) {
    const worksheet = addSheet(workbook, nameSheet(say('excel.sources')));
    writeSourcesSheet(worksheet, sourced, sourceIndex, styles, language);
  }
  const lines = chosenLines(common);
  if (lines.length > 0) {
    const chartName = nameSheet(say('excel.chart'));
    writeChartSheet(addSheet(workbook, chartName), chartName, modelName, lines, common);
  }
  return { workbook, cellCount };
}

/** The line's own sources, then those of the facts and series that its cells take, each once. */
function allSourcesOf(
  line: Line,
  facts: readonly SheetFact[],
  taken: readonly TakenSeries[],
  { model, layout }: { model: SheetModel; layout: Layout },
): SourceRef[] {
  if (line.kind === 'heading' || facts.length + taken.length === 0) return line.sources;
  const cells = layout.valueColumns.map(({ scenario, period }) => ({
    lineId: line.id,
    scenarioId: scenario.id,
    period,
  }));
  const used = new Set(cells.flatMap((cell) => model.factsOf(cell)));
  const usedSeries = new Set(cells.flatMap((cell) => model.seriesOf(cell)));
  const ofFacts = facts.filter(({ id }) => used.has(id)).map(sourceRefOf);
  const ofSeries = taken.filter(({ described }) => usedSeries.has(described.series.id)).flatMap(sourceRefsOf);
  const byText = [...line.sources, ...ofFacts, ...ofSeries].map(
    (ref) => [JSON.stringify(Object.values(ref)), ref] as const,
  );
  return [...new Map(byText).values()];
}

function addSheet(workbook: Workbook, name: string) {
  return workbook.addWorksheet().setName(name);
}

/** Each line's name means its cell in the base scenario, or its periods there. */
function defineNames(workbook: Workbook, sheet: string, { lines, base, periods, rowOf, columnOf }: Layout): void {
  const named = lines.filter(({ kind, name }) => kind === 'line' && name !== '');
  const definitions = definedNames(named.map(({ name }) => name));
  named.forEach(({ id }, index) => {
    const first = addressOn(sheet, rowOf(id), columnOf(base.id, periods[0]));
    const last = addressOf(rowOf(id), columnOf(base.id, periods[periods.length - 1]), true);
    workbook.defineName(definitions[index], periods.length > 1 ? `=${first}:${last}` : `=${first}`);
  });
}
