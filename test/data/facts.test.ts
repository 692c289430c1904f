/** What every bundled fact, exhibit and entity must keep, whether the reports' texts are here or not. */
import { describe, expect, it } from 'vitest';
import { UnitWords } from '../../electron/engine/units/unit-words.ts';
import type { Fact } from '../../shared/facts.ts';
import type { LocalText } from '../../shared/language.ts';
import { entities, exhibits, facts, factsOf, reports } from './bundled-data.ts';
import { FACTS_BY_EXHIBIT, FACTS_BY_SOURCE } from './counts.ts';

const entityById = new Map(entities.map((entity) => [entity.id, entity]));
const exhibitById = new Map(exhibits.map((exhibit) => [exhibit.id, exhibit]));
const words = new UnitWords();

describe('entities', () => {
  it('have ids of their own', () => {
    expect(repeated(entities.map(({ id }) => id))).toEqual([]);
  });

  it('share no name and no alias', () => {
    const names = entities.flatMap(({ name, aliases }) => [
      ...new Set([name.zh, name.en, ...aliases].map((said) => said.toLowerCase())),
    ]);
    expect(repeated(names)).toEqual([]);
  });

  it('belong to organisations that exist', () => {
    const lost = entities.filter(
      ({ organisationId }) => organisationId !== '' && entityById.get(organisationId)?.kind !== 'organisation',
    );
    expect(lost.map(({ id, organisationId }) => `${id}: ${organisationId}`)).toEqual([]);
  });

  it('have units that can be read', () => {
    expect(entities.filter(({ unit }) => !words.read(unit).ok).map(({ id, unit }) => `${id}: ${unit}`)).toEqual([]);
  });
});

describe('exhibits', () => {
  it('have ids of their own, which begin with their source', () => {
    expect(repeated(exhibits.map(({ id }) => id))).toEqual([]);
    expect(exhibits.filter(({ id, sourceId }) => !id.startsWith(`${sourceId}/`)).map(({ id }) => id)).toEqual([]);
  });

  it('are pictures where and only where they have no facts', () => {
    const places = new Set(facts.map(({ place }) => place));
    const odd = exhibits.filter(({ id, kind }) => (kind === 'picture') === places.has(id));
    expect(odd.map(({ id, kind }) => `${id}: ${kind}`)).toEqual([]);
  });

  it('say everything in both languages', () => {
    const half = exhibits.filter(({ title, note }) => isHalf(title) || isHalf(note) || title.zh === '');
    expect(half.map(({ id }) => id)).toEqual([]);
  });

  it('lie in the file of their source', () => {
    const elsewhere = reports.filter(({ file, report }) => file !== report.source.id);
    expect(elsewhere.map(({ file }) => file)).toEqual([]);
  });
});

describe('counts', () => {
  it('of exhibits and facts are those of every source', () => {
    const found = reports.map(({ report }) => [report.source.id, report.exhibits.length, report.facts.length]);
    expect(found).toEqual(FACTS_BY_SOURCE);
  });

  it.each(Object.keys(FACTS_BY_EXHIBIT))('%s: of facts are those of every exhibit', (sourceId) => {
    const ofSource = exhibits.filter((exhibit) => exhibit.sourceId === sourceId);
    const found = ofSource.map(({ id }) => [
      id.slice(sourceId.length + 1),
      factsOf(sourceId).filter(({ place }) => place === id).length,
    ]);
    expect(found).toEqual(FACTS_BY_EXHIBIT[sourceId]);
  });
});

/** What is wrong with a fact, if anything. */
const RULES: [string, (fact: Fact) => boolean][] = [
  ['its place is an exhibit of its source', (fact) => exhibitById.get(fact.place)?.sourceId === fact.sourceId],
  ['its subject is known', (fact) => entityById.has(fact.subjectId)],
  ['its metric is a benchmark or a measure', (fact) => /^(benchmark|measure)$/.test(metricOf(fact)?.kind ?? '')],
  ['it says a figure or a text', (fact) => fact.value !== null || fact.text.trim() !== ''],
  ['it has the words that it was read from', (fact) => fact.printed.trim() !== '' && fact.wording.trim() !== ''],
  ['its unit can be read', (fact) => words.read(fact.unit).ok],
  ['its unit measures what its metric does', unitFitsMetric],
  ['its setting is in canonical form', (fact) => isCanonical(fact.setting)],
  ['its note is in both languages or in none', (fact) => !isHalf(fact.note)],
  ['its correction has a reason in both languages', hasReason],
  ['its correction says something else than is printed', correctsSomething],
  [
    'its release date is one',
    (fact) => fact.metricId !== 'release-date' || /^\d{4}(-\d{2}(-\d{2})?|Q[1-4])?$/.test(fact.text),
  ],
  ['its openness is open or closed', (fact) => fact.metricId !== 'openness' || /^(open|closed)$/.test(fact.text)],
];

describe('facts', () => {
  it('have ids of their own', () => {
    expect(repeated(facts.map(({ id }) => id))).toEqual([]);
  });

  it.each(RULES)('%s', (_, holds) => {
    expect(facts.filter((fact) => !holds(fact)).map((fact) => `${fact.id}: ${summary(fact)}`)).toEqual([]);
  });
});

function metricOf({ metricId }: Fact) {
  return entityById.get(metricId);
}

/** Prices in dollars are prices: an exchange rate makes them comparable. */
function unitFitsMetric(fact: Fact): boolean {
  const wanted = metricOf(fact)?.unit ?? '';
  if (wanted === '' || fact.value === null) return true;
  const own = words.read(fact.unit);
  const metric = words.read(wanted);
  if (!own.ok || !metric.ok) return true;
  // 88.6 without % would be 8860 %.
  if (wanted === '%' && fact.unit === '') return false;
  const anyCurrency = (dimension: string) => dimension.replace(/\b(CNY|USD|EUR|HKD)\b/g, 'money');
  return anyCurrency(own.unit.dimension) === anyCurrency(metric.unit.dimension);
}

/** Shots first, then how it was asked, then anything else; one comma and one blank between them. */
function isCanonical(setting: string): boolean {
  if (setting === '') return true;
  const parts = setting.split(', ');
  const shotsAt = parts.findIndex((part) => /shots?\b/i.test(part));
  const isTidy = parts.every((part) => part !== '' && part === part.trim() && !/ {2}|[（），；]/.test(part));
  const hasShots = shotsAt < 0 || (shotsAt === 0 && /^(\d+|variable)-shot$/.test(parts[0]));
  const hasCoT = !/cot/i.test(setting) || /\bCoT\b/.test(setting);
  return isTidy && hasShots && hasCoT;
}

function hasReason({ correction }: Fact): boolean {
  return correction === null || (correction.reason.zh.trim() !== '' && correction.reason.en.trim() !== '');
}

function correctsSomething({ correction, value, text }: Fact): boolean {
  return correction === null || correction.value !== value || correction.text !== text;
}

function isHalf({ zh, en }: LocalText): boolean {
  return (zh.trim() === '') !== (en.trim() === '');
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

function summary(fact: Fact): string {
  const { subjectId, metricId, setting, value, unit, text, printed } = fact;
  return [subjectId, metricId, setting, `${value ?? text} ${unit}`, `"${printed}"`].join(' | ');
}
