/** Names of lines: given from labels, kept unique, and rewritten in formulas. */
import { AppError } from '../../shared/errors.ts';
import { checkName, nameKey } from '../../shared/formula/names.ts';
import { parseFormula } from '../../shared/formula/parse.ts';
import { referencesOf, renameInFormula } from '../../shared/formula/references.ts';
import type { LocalText } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import type { SheetIndex } from './sheet-index.ts';

/** Gives names that neither the sheet nor an earlier call has: one for each edit. */
export class NameGiver {
  readonly #index: SheetIndex;
  readonly #given = new Set<string>();
  /** By stem, the number to try next: thousands of lines of one label do not search from 2 each. */
  readonly #next = new Map<string, number>();

  constructor(index: SheetIndex) {
    this.#index = index;
  }

  /** Takes `name` as it is. Throws AppError 'invalid-name' where it is malformed or taken. */
  take(name: string): string {
    const fault = checkName(name);
    if (fault !== null) throw new AppError('invalid-name', fault, { name });
    if (this.#isTaken(name)) throw new AppError('invalid-name', message('sheet.nameTaken', { name }), { name });
    this.#given.add(nameKey(name));
    return name;
  }

  /** A name made from the label. */
  fromLabel(label: LocalText): string {
    return this.#number(stemOf(label.zh || label.en) || 'line', false);
  }

  /** `name_2`, or the next free number. */
  copyOf(name: string): string {
    return this.#number(name.replace(/_\d+$/, '').slice(0, 240), true);
  }

  #number(stem: string, always: boolean): string {
    let count = this.#next.get(stem) ?? (always ? 2 : 1);
    const nameAt = (at: number) => (at === 1 ? stem : `${stem}_${at}`);
    while (this.#isTaken(nameAt(count))) count += 1;
    this.#next.set(stem, count + 1);
    return this.take(nameAt(count));
  }

  #isTaken(name: string): boolean {
    const key = nameKey(name);
    return this.#given.has(key) || this.#index.lineIdOfName.has(key);
  }
}

/** `formula` with the lines that `newNames` knows (by `nameKey`) renamed; other content as it is. */
export function renameAll(content: string, newNames: ReadonlyMap<string, string>): string {
  if (!content.startsWith('=')) return content;
  const parsed = parseFormula(content);
  if (!parsed.ok) return content;
  const used = new Map(referencesOf(parsed.expression).map(({ name }) => [nameKey(name), name]));
  let renamed = content;
  for (const [key, name] of used) {
    const newName = newNames.get(key);
    if (newName !== undefined) renamed = renameInFormula(renamed, name, newName);
  }
  return renamed;
}

/** What of a label a name can hold; '' where that is nothing. */
function stemOf(label: string): string {
  const stem = label
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{Nd}_]+/gu, '_')
    .replace(/^[_\p{M}\p{Nd}]+|_+$/gu, '')
    .slice(0, 60)
    .toWellFormed();
  return checkName(stem) === null ? stem : '';
}
