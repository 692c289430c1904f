/** A conflict in words: what it is about, what stands against what, and how far apart. */
import type { Conflict } from '../../../shared/fact-methods.ts';
import { figureOf } from '../../../shared/facts.ts';
import type { Language } from '../../../shared/language.ts';
import { settingIn } from '../../../shared/setting-words.ts';
import { figureText } from '../../facts/figure-text.ts';
import { fullNumber } from '../../ui/number-text.ts';
import { type Side, sidesOf } from './conflict-sides.ts';
import { conflictsTexts } from './conflicts-texts.ts';

/** Subject and metric. */
export function aboutText({ facts: [first] }: Conflict, nameOf: (entityId: string) => string): [string, string] {
  return [nameOf(first.subjectId), nameOf(first.metricId)];
}

/** Setting and date, as far as the sources give them. */
export function conditionText({ kind, facts: [first] }: Conflict, language: Language): string {
  return [kind === 'setting' ? '' : settingIn(first.setting, language), first.date].filter(Boolean).join(' · ');
}

/** `89.1%`, or of a conflict of settings the setting. */
export function sideText({ kind }: Pick<Conflict, 'kind'>, { facts: [first] }: Side, language: Language): string {
  if (kind === 'setting') return settingIn(first.setting, language) || conflictsTexts.noSetting[language];
  return figureText({ ...first, ...figureOf(first) }, language, { compact: true });
}

/** `89.1% ≠ 87.2%` */
export function sidesText(conflict: Conflict, language: Language): string {
  return sidesOf(conflict)
    .map((side) => sideText(conflict, side, language))
    .join(' ≠ ');
}

/** `2.2%`; '' where there is none to tell. */
export function spreadText({ kind, spread }: Conflict): string {
  if (kind === 'setting' || spread === null || spread === 0) return '';
  return `${fullNumber(Number(spread.toPrecision(2)))}%`;
}
