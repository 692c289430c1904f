/**
 * One paragraph about a chart, computed from what is drawn and from nothing else: who is highest, who moved
 * most, new highs and lows, runs in one direction, crossings and gaps. Every claim names the numbers that
 * it rests on.
 *
 *     const { text, claims } = chartCommentary(drawn);
 *     claims[0].references;     // [{ columnKey: 'downloads/chatgpt/…', period: '2024-07-22' }]
 */
import { inBoth } from '../both-languages.ts';
import type { Language, LocalText } from '../language.ts';
import { formatMessage, type Message, type MessageKey, message } from '../messages.ts';
import { shortNumber, withUnitWords } from './chart-words.ts';
import type { Drawn, DrawnColumn } from './drawn.ts';

export type Reference = { columnKey: string; period: string };
export type Claim = { said: Message; text: string; references: Reference[] };
export type Commentary = { text: string; claims: Claim[] };

/** As many of a kind as a paragraph can bear. */
const MOST_OF_A_KIND = 2;
const SHORTEST_RUN = 3;
/** Of daily figures, whose ups and downs are those of the week, only a long run says something. */
const SHORTEST_DAILY_RUN = 5;

const MIXES: readonly MessageKey[] = ['chart.definitionsMixed', 'chart.vendorsMixed', 'chart.mixAdded'];

type Point = { at: number; value: number };
type Line = { column: DrawnColumn; name: LocalText; points: Point[] };
type Made = { said: Message; references: Reference[] };

/** In the language of the spec; without claims where nothing can be said. */
export function chartCommentary(drawn: Drawn): Commentary {
  const lines = linesOf(drawn);
  const { language } = drawn.spec;
  const made = [
    ...latest(drawn, lines),
    ...largestMover(drawn, lines),
    ...newExtremes(drawn, lines).slice(0, MOST_OF_A_KIND),
    ...runs(drawn, lines).slice(0, MOST_OF_A_KIND),
    ...crossings(drawn, lines).slice(0, MOST_OF_A_KIND),
    ...gaps(drawn).slice(0, MOST_OF_A_KIND),
  ];
  // Lines were compared: what makes them hard to compare is said in the same breath.
  if (made.length > 0) made.push(...mixes(drawn));
  if (made.length > 0 && drawn.isDemonstration)
    made.unshift({ said: message('chart.says.demonstration'), references: [] });
  const claims = made.map(({ said, references }) => ({ said, text: formatMessage(said, language), references }));
  return { text: claims.map(({ text }) => text).join(language === 'zh' ? '' : ' '), claims };
}

/** Averages where they are drawn, as they are what is read; else the values. Bare gaps are left out. */
function linesOf({ columns }: Drawn): Line[] {
  const role = columns.some((column) => column.role === 'average') ? 'average' : 'value';
  return columns
    .filter((column) => column.role === role)
    .map((column) => ({
      column,
      name: column.name,
      points: column.values.flatMap((value, at) => (value === null ? [] : [{ at, value }])),
    }))
    .filter(({ points }) => points.length > 0);
}

function latest(drawn: Drawn, lines: readonly Line[]): Made[] {
  const last = Math.max(...lines.map(({ points }) => points[points.length - 1].at));
  const there = lines
    .map((line) => ({ line, point: line.points[line.points.length - 1] }))
    .filter(({ point }) => point.at === last)
    .toSorted((a, b) => b.point.value - a.point.value);
  const [first, second] = there;
  if (first === undefined) return [];
  const params = {
    ...inBoth('name', first.line.name),
    period: drawn.periods[last],
    ...figure(first.point.value, first.line),
  };
  const isAlike = there.every(({ line }) => line.column.unit === first.line.column.unit);
  if (second === undefined || !isAlike) {
    return [{ said: message('chart.says.latest', params), references: [referenceOf(drawn, first.line, last)] }];
  }
  return [
    {
      said: message('chart.says.highest', {
        ...params,
        count: there.length,
        ...inBoth('second', second.line.name),
        ...figure(second.point.value, second.line, 'secondValue'),
      }),
      references: [referenceOf(drawn, first.line, last), referenceOf(drawn, second.line, last)],
    },
  ];
}

/** From the first to the last period shown: in percent of positive figures, in points of what is in percent itself. */
function largestMover(drawn: Drawn, lines: readonly Line[]): Made[] {
  const moves = lines.flatMap((line) => {
    const [first, last] = [line.points[0], line.points[line.points.length - 1]];
    if (first.at === last.at || first.value === last.value) return [];
    const isPercent = line.column.unit === '%';
    if (!isPercent && first.value <= 0) return [];
    const change = isPercent ? last.value - first.value : (last.value / first.value - 1) * 100;
    return [{ line, first, last, change, isPercent }];
  });
  const [most] = moves.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
  if (most === undefined) return [];
  const { line, first, last, change, isPercent } = most;
  const direction = change > 0 ? 'up' : 'down';
  const size = Math.abs(change);
  const key = isPercent ? (`chart.says.points.${direction}` as const) : (`chart.says.moved.${direction}` as const);
  return [
    {
      said: message(lines.length > 1 ? `${key}.most` : key, {
        ...inBoth('name', line.name),
        from: drawn.periods[first.at],
        to: drawn.periods[last.at],
        ...figure(first.value, line, 'first'),
        ...figure(last.value, line, 'last'),
        change: shortNumber(Number(size.toPrecision(3)), isPercent ? '' : '%', 'en'),
      }),
      references: [referenceOf(drawn, line, first.at), referenceOf(drawn, line, last.at)],
    },
  ];
}

/** The last figure of a line above or below all that are shown before it, at least four of them. */
function newExtremes(drawn: Drawn, lines: readonly Line[]): Made[] {
  return lines.flatMap((line) => {
    const last = line.points[line.points.length - 1];
    if (line.points.length <= 4) return [];
    let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { at, value } of line.points) {
      if (at === last.at) continue;
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    const key = last.value > highest ? 'high' : last.value < lowest ? 'low' : null;
    if (key === null) return [];
    const params = {
      ...inBoth('name', line.name),
      period: drawn.periods[last.at],
      ...figure(last.value, line),
      since: drawn.periods[line.points[0].at],
    };
    return [{ said: message(`chart.says.new.${key}`, params), references: [referenceOf(drawn, line, last.at)] }];
  });
}

/** Periods on end, without a gap, in which a line only rose or only fell, up to its last. */
function runs(drawn: Drawn, lines: readonly Line[]): Made[] {
  const shortest = drawn.grain === 'day' ? SHORTEST_DAILY_RUN : SHORTEST_RUN;
  const found = lines.flatMap((line) => {
    const { points } = line;
    const end = points.length - 1;
    const step = (at: number) =>
      points[at - 1]?.at === points[at].at - 1 ? Math.sign(points[at].value - points[at - 1].value) : 0;
    const direction = step(end);
    let start = end;
    while (start > 0 && direction !== 0 && step(start) === direction) start--;
    return end - start < shortest ? [] : [{ line, direction, count: end - start, start, end }];
  });
  return found
    .toSorted((a, b) => b.count - a.count)
    .map(({ line, direction, count, start, end }) => ({
      said: message(direction > 0 ? 'chart.says.run.up' : 'chart.says.run.down', {
        ...inBoth('name', line.name),
        count,
        ...inBoth('grain', message(`chart.grain.${drawn.grain}`)),
        to: drawn.periods[line.points[end].at],
      }),
      references: line.points.slice(start, end + 1).map(({ at }) => referenceOf(drawn, line, at)),
    }));
}

/** The last period at which one line passed another for good: below it the period before, above it since. */
function crossings(drawn: Drawn, lines: readonly Line[]): Made[] {
  const found = lines.flatMap((one, index) =>
    lines.slice(index + 1).flatMap((other) => {
      if (one.column.unit !== other.column.unit || one.column.subjectId === other.column.subjectId) return [];
      const crossed = lastCrossing(one, other);
      if (crossed === null) return [];
      const { isAbove, ...rest } = crossed;
      return [{ ...rest, over: isAbove ? one : other, under: isAbove ? other : one }];
    }),
  );
  return found
    .toSorted((a, b) => b.at - a.at)
    .map(({ at, before, over, under, isLast }) => ({
      said: message(isLast ? 'chart.says.crossedLast' : 'chart.says.crossed', {
        ...inBoth('over', over.name),
        ...inBoth('under', under.name),
        period: drawn.periods[at],
      }),
      references: [before, at].flatMap((each) => [referenceOf(drawn, over, each), referenceOf(drawn, under, each)]),
    }));
}

/** Read from the end, as most lines have not crossed for long. */
function lastCrossing(one: Line, other: Line) {
  let [sign, at, visited] = [0, -1, 0];
  for (let index = one.points.length - 1; index >= 0; index--) {
    const point = one.points[index];
    const against = other.column.values[point.at];
    if (against === null) continue;
    const difference = Math.sign(point.value - against);
    if (visited === 0) sign = difference;
    if (sign === 0) return null;
    if (difference !== sign) return { at, before: point.at, isAbove: sign > 0, isLast: visited === 1 };
    at = point.at;
    visited++;
  }
  return null;
}

/** Periods between the first and the last figure of a series that have none. */
function gaps(drawn: Drawn): Made[] {
  return drawn.columns
    .filter(({ role }) => role === 'value')
    .flatMap((column) => {
      const first = column.values.findIndex((value) => value !== null);
      const last = column.values.findLastIndex((value) => value !== null);
      const missing = column.values.flatMap((value, at) => (value === null && at > first && at < last ? [at] : []));
      if (first === -1 || missing.length === 0) return [];
      const params = {
        ...inBoth('name', column.name),
        count: missing.length,
        first: drawn.periods[missing[0]],
        last: drawn.periods[missing[missing.length - 1]],
      };
      const references = missing.map((at) => ({ columnKey: column.key, period: drawn.periods[at] }));
      return [{ said: message(missing.length === 1 ? 'chart.says.gap' : 'chart.says.gaps', params), references }];
    });
}

function mixes({ remarks }: Drawn): Made[] {
  return remarks.filter(({ said }) => MIXES.includes(said.key)).map(({ said }) => ({ said, references: [] }));
}

function referenceOf({ periods }: Drawn, { column }: Line, at: number): Reference {
  return { columnKey: column.key, period: periods[at] };
}

/** The figure with its unit, in the words of each language. */
function figure(value: number, { column: { unit } }: Line, name = 'value') {
  const inOne = (language: Language) => withUnitWords(shortNumber(value, unit, language), unit, language);
  return inBoth(name, { zh: inOne('zh'), en: inOne('en') });
}
