/**
 * `eval`: one formula, or one for each line of standard input. Calculation only: no store is opened, and the facts
 * and series that a formula takes are the bundled ones.
 */
import { createInterface } from 'node:readline';
import { contract } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { findJsonFault } from '../../shared/json-fault.ts';
import type { Language } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import { issueMessage } from '../../shared/schema-issue.ts';
import { evaluateFormula } from '../engine/evaluate.ts';
import { unstoredFacts } from '../handlers/unstored-facts.ts';
import { unstoredSeries } from '../handlers/unstored-series.ts';
import { dataFolder } from '../paths.ts';
import { bundledFacts } from '../store/bundled-facts.ts';
import { answerJson, failureJson, printFailure, printJson } from './output.ts';

/** Read when a formula takes one. */
const bundled = bundledFacts(dataFolder);
const [facts, series] = [unstoredFacts(bundled), unstoredSeries(bundled)];

export type EvalOptions = { let?: string[]; unit?: string; stdin?: boolean };

export async function evalCommand(formulas: string[], options: EvalOptions, language: Language): Promise<void> {
  if (options.stdin) return evaluateLines(language);
  const [formula, tooMuch] = formulas;
  if (formula === undefined) throw new AppError('invalid-input', message('cli.formulaMissing'));
  if (tooMuch !== undefined) throw new AppError('invalid-input', message('cli.formulaTwice', { text: tooMuch }));
  const given = (options.let ?? []).map(readLet);
  await printJson(evaluate({ formula, let: Object.fromEntries(given), unit: options.unit ?? '' }, language));
}

async function evaluateLines(language: Language): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    await printJson(answerLine(line, language));
  }
}

/** A bad line gets an answer as well, so that answers stay in step with the lines. */
function answerLine(line: string, language: Language): unknown {
  try {
    return evaluate(parseJson(line), language);
  } catch (error) {
    if (!(error instanceof AppError)) {
      printFailure(error, language);
      return { error: failureJson({ code: 'internal', message: message('host.internal'), details: {} }, language) };
    }
    return { error: failureJson({ code: error.code, message: error.said, details: error.details }, language) };
  }
}

function evaluate(input: unknown, language: Language) {
  const parsed = contract.evaluate.input.safeParse(input);
  if (!parsed.success) throw new AppError('invalid-input', issueMessage(parsed.error.issues[0]));
  return answerJson(evaluateFormula(parsed.data, facts, series), language);
}

/** JSON from a person or a script. Throws AppError that says where it is broken. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const fault = findJsonFault(text);
    if (fault === null) throw error;
    const { line, column } = fault;
    throw new AppError('invalid-input', message('cli.notJson', { line, column }), { line, column });
  }
}

function readLet(text: string): [name: string, content: string] {
  const at = text.indexOf('=');
  if (at <= 0) throw new AppError('invalid-input', message('cli.let', { text }));
  return [text.slice(0, at).trim(), text.slice(at + 1)];
}
