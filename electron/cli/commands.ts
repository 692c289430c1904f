/** The commands that read and write sheets. A bundled template can be read by its id without making a sheet of it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { documentOfDefinition } from '../../shared/definition-document.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { SheetDocument } from '../../shared/sheet.ts';
import { writeDefinition } from '../../shared/sheet-definition.ts';
import { SECRET_METHODS } from '../../shared/vault-methods.ts';
import { SheetModel } from '../engine/sheet-model.ts';
import { templateSummaries } from '../handlers/sheets.ts';
import { unstoredFacts } from '../handlers/unstored-facts.ts';
import { unstoredSeries } from '../handlers/unstored-series.ts';
import { runJob } from '../jobs/run-job.ts';
import { bundledData } from '../store/bundled-data.ts';
import { bundledFacts } from '../store/bundled-facts.ts';
import { type CommandOptions, withWorkbench } from './call.ts';
import { parseJson } from './eval-command.ts';
import { printJson } from './output.ts';
import { sheetReport } from './sheet-report.ts';

/** Any method of the contract; `-` for the input reads it from standard input. */
export async function callCommand(options: CommandOptions, method: string, json = '{}'): Promise<void> {
  if (json !== '-' && SECRET_METHODS.includes(method)) {
    throw new AppError('invalid-input', message('cli.secretArgument', { method }));
  }
  await answerCommand(options, method, parseJson(json === '-' ? readFileSync(0, 'utf8') : json));
}

/** What a method of the contract answers, as it is. */
export async function answerCommand(options: CommandOptions, method: string, input: unknown): Promise<void> {
  await printJson(await withWorkbench(options, (call) => call(method, input)));
}

export async function sheetCommand(options: CommandOptions, id: string, asDefinition: boolean): Promise<void> {
  const data = bundledData(options.dataFolder);
  const template = data.templates().get(id);
  if (asDefinition) {
    const definition = template
      ? writeDefinition(template)
      : (await call(options, 'getSheetDefinition', { sheetId: id })).definition;
    process.stdout.write(definition);
    return;
  }
  if (template === undefined) {
    await printJson(sheetReport(await call(options, 'openSheet', { sheetId: id }), options.language));
    return;
  }
  const document = templateDocument(options, id);
  const bundled = bundledFacts(options.dataFolder);
  const model = SheetModel.build(document, unstoredFacts(bundled), unstoredSeries(bundled));
  // Of the bundled series none is made up.
  const snapshot = {
    document,
    values: model.allValues(),
    inferredUnits: model.inferredUnits(),
    demonstration: [],
  };
  await printJson(sheetReport(snapshot, options.language));
}

export async function exportCommand(options: CommandOptions, id: string, file: string): Promise<void> {
  const path = resolve(file);
  const { language } = options;
  const data = bundledData(options.dataFolder);
  if (!data.templates().has(id)) {
    const done = await call(options, 'exportWorkbook', { sheetId: id, path, language, jobId: 'export' });
    await printJson({ path: done.path, cellCount: done.cellCount });
    return;
  }
  const document = templateDocument(options, id);
  const bundled = bundledFacts(options.dataFolder);
  const [known, knownSeries] = [unstoredFacts(bundled), unstoredSeries(bundled)];
  const model = SheetModel.build(document, known, knownSeries);
  const facts = known.describe(model.usedFacts());
  const series = knownSeries.describe(model.usedSeries());
  const sources = bundled.sources();
  await printJson(await runJob('export-workbook', { document, sources, facts, series, path, language }));
}

export async function importCommand(options: CommandOptions, file: string): Promise<void> {
  await printJson(await call(options, 'importSheet', { definition: readText(file) }));
}

export async function createCommand(options: CommandOptions, templateId: string): Promise<void> {
  await printJson(await call(options, 'createSheet', { templateId }));
}

/** Templates come with the program: no store is needed to list them. */
export async function templatesCommand({ dataFolder }: CommandOptions): Promise<void> {
  await printJson(templateSummaries(bundledData(dataFolder)));
}

async function call<M extends Method>(options: CommandOptions, method: M, input: Input<M>): Promise<Output<M>> {
  return withWorkbench(options, (callIt) => callIt(method, input));
}

function templateDocument({ dataFolder }: CommandOptions, id: string): SheetDocument {
  const definition = bundledData(dataFolder).templates().get(id);
  if (definition === undefined) throw new AppError('not-found', message('sheet.templateNotFound', { templateId: id }));
  let used = 0;
  const nextId = () => {
    used += 1;
    return used;
  };
  return documentOfDefinition(definition, { id, templateId: id, nextId });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('not-found', message('cli.cannotRead', { path: file, reason }));
  }
}
