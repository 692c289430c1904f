/** What stands beside the pointer: the period and every value in it, the highest first, with its source. */
import type { Drawn } from '../../shared/charts/drawn.ts';
import { inLanguage, type Language } from '../../shared/language.ts';
import classes from './charts.module.css';
import { type PointValue, valuesAt } from './point-values.ts';

const MOST_ROWS = 24;

export type TooltipWords = {
  language: Language;
  vendorOf: (seriesId: string) => string;
  /** Of a fact or an import, in a few words. */
  sourceOf: (value: PointValue) => string;
};

export function tooltipAt(
  drawn: Drawn,
  at: number,
  colours: ReadonlyMap<string, string>,
  words: TooltipWords,
): HTMLElement {
  const box = document.createElement('div');
  box.className = classes.tip;
  box.append(line(classes.tipPeriod, drawn.periods[at] ?? ''));
  const values = valuesAt(drawn, at, words.language, words.vendorOf).toSorted(
    (one, other) => (other.value ?? Number.NEGATIVE_INFINITY) - (one.value ?? Number.NEGATIVE_INFINITY),
  );
  for (const value of values.slice(0, MOST_ROWS)) box.append(rowOf(value, colours.get(value.key) ?? '', words));
  for (const event of drawn.events.filter((each) => each.at === at)) {
    box.append(line(classes.tipEvent, inLanguage(event.title, words.language)));
  }
  return box;
}

function rowOf(value: PointValue, colour: string, words: TooltipWords): HTMLElement {
  const row = document.createElement('div');
  row.className = classes.tipRow;
  const swatch = line(classes.tipSwatch, '');
  swatch.style.background = colour;
  const name = line(classes.tipName, [value.name, value.period].filter(Boolean).join(' '));
  row.append(swatch, name, line(classes.tipValue, value.text), line(classes.tipSource, words.sourceOf(value)));
  return row;
}

function line(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
