/**
 * Every function of the formula language, as completion, signature hints and the parser know it.
 * The calculation itself is in electron/engine/functions/.
 *
 * Parameters are written as in a signature: `[x]` may be left out, and those with `…` repeat
 * together: `condition…, value…` are pairs.
 */
import type { LocalText } from '../language.ts';
import { type Message, message } from '../messages.ts';
import { CATALOGUE, type FunctionCategory } from './functions.ts';

export type Parameter = { name: string; optional: boolean; repeating: boolean };

export type FunctionEntry = {
  name: string;
  category: FunctionCategory;
  parameters: Parameter[];
  summary: LocalText;
  minArguments: number;
  maxArguments: number;
};

/** Excel's own limit. */
const MAX_ARGUMENTS = 255;

function readParameter(text: string): Parameter {
  const repeating = text.includes('…');
  return { name: text.replace(/[[\]…]/g, ''), optional: text.startsWith('['), repeating };
}

function readEntry(category: FunctionCategory, [name, signature, zh, en]: readonly string[]): FunctionEntry {
  const parameters = signature === '' ? [] : signature.split(', ').map(readParameter);
  const minArguments = parameters.filter(({ optional }) => !optional).length;
  const maxArguments = parameters.some(({ repeating }) => repeating) ? MAX_ARGUMENTS : parameters.length;
  return { name, category, parameters, summary: { zh, en }, minArguments, maxArguments };
}

/** All functions, by name. */
export const functionCatalogue: ReadonlyMap<string, FunctionEntry> = new Map(
  CATALOGUE.flatMap(({ category, entries }) => entries.map((entry) => readEntry(category, entry)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => [entry.name, entry]),
);

/** `SUM(number, …)`, `ROUND(number, num_digits)`, `LOG(number, [base])`. */
export function signatureOf({ name, parameters }: FunctionEntry): string {
  const words: string[] = [];
  parameters.forEach((parameter, index) => {
    words.push(parameter.optional ? `[${parameter.name}]` : parameter.name);
    if (parameter.repeating && !parameters[index + 1]?.repeating) words.push('…');
  });
  return `${name}(${words.join(', ')})`;
}

/** What is wrong with calling `name` with `count` arguments; null where nothing is or the function is unknown. */
export function argumentCountFault(name: string, count: number): Message | null {
  const entry = functionCatalogue.get(name);
  if (entry === undefined) return null;
  if (count >= entry.minArguments && count <= entry.maxArguments && isWholeGroups(entry, count)) return null;
  return message('engine.argumentCount', { function: name, count, signature: signatureOf(entry) });
}

/** Pairs come whole, unless a parameter that may be left out follows them. */
function isWholeGroups({ parameters }: FunctionEntry, count: number): boolean {
  const group = parameters.filter(({ repeating }) => repeating).length;
  return group < 2 || parameters.some(({ optional }) => optional) || count % group === 0;
}
