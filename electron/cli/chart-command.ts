/** The command that draws a chart without a window: a spec as a saved view keeps it in, an SVG file out. */
import { readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { type ChartSpec, chartQuestionSchema, chartSpecSchema } from '../../shared/chart-spec.ts';
import { drawnChart } from '../../shared/charts/drawn.ts';
import { AppError } from '../../shared/errors.ts';
import { findJsonFault } from '../../shared/json-fault.ts';
import { formatMessage, message } from '../../shared/messages.ts';
import { issueMessage } from '../../shared/schema-issue.ts';
import { chartSvg } from '../charts/chart-svg.ts';
import { cannotWrite, checkWritable, temporaryPathFor } from '../jobs/target-file.ts';
import { type CommandOptions, withWorkbench } from './call.ts';
import { printJson } from './output.ts';

/** The spec says the language of the figure. Throws where nothing can be drawn: no file is written then. */
export async function chartCommand(options: CommandOptions, specFile: string, svgFile: string): Promise<void> {
  if (!/\.svg$/i.test(svgFile)) throw new AppError('invalid-input', message('cli.chartNotSvg', { path: svgFile }));
  const spec = readSpec(specFile);
  const path = await checkWritable(svgFile);
  const question = chartQuestionSchema.parse(spec);
  const drawn = drawnChart(spec, await withWorkbench(options, (call) => call('getChartInputs', question)));
  const [refusal] = drawn.refusals;
  if (refusal !== undefined) throw new AppError('invalid-value', refusal);
  await writeWhole(path, chartSvg(drawn));
  const remarks = drawn.remarks.map(({ said }) => formatMessage(said, options.language));
  await printJson({ path, periods: drawn.periods.length, lines: drawn.columns.length, remarks });
}

/** Throws AppError with the place in the file: the line where it is no JSON, the field where it is no spec. */
export function readSpec(file: string): ChartSpec {
  const text = readText(file);
  const fault = findJsonFault(text);
  if (fault !== null) {
    const { line, column } = fault;
    throw new AppError('invalid-input', message('cli.chartNotJson', { path: file, line, column }));
  }
  const parsed = chartSpecSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const said = issueMessage(issue);
  const problem = { problemZh: formatMessage(said, 'zh'), problemEn: formatMessage(said, 'en') };
  throw new AppError('invalid-input', message('cli.chartSpec', { path: file, ...problem }));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('not-found', message('cli.cannotRead', { path: file, reason }));
  }
}

/** Beside the target first: the file is there whole or not at all. */
async function writeWhole(path: string, content: string): Promise<void> {
  const temporary = temporaryPathFor(path);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cannotWrite(path, cause);
  }
}
