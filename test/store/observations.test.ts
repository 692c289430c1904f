/** What imports of series leave behind: the values known on each day, restatements, and what a withdrawal takes away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putEntity } from '../../electron/store/entities.ts';
import { mergeObservations } from '../../electron/store/observations.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { readObservations } from '../../electron/store/read-observations.ts';
import { listRestatements } from '../../electron/store/restatements.ts';
import { ensureSeries, findSeriesByKey, type StoredSeries, summaryOf } from '../../electron/store/series.ts';
import {
  addSeriesImport,
  findSeriesImport,
  finishSeriesImport,
  listSeriesImports,
} from '../../electron/store/series-imports.ts';
import { inTransaction } from '../../electron/store/sqlite.ts';
import { withdrawSeriesImport } from '../../electron/store/withdraw-series-import.ts';
import type { Qualifier } from '../../shared/facts.ts';
import { labelAt, ordinalOf } from '../../shared/periods.ts';
import { folderForTest } from '../contract/workbench-for-test.ts';

/** Null takes the value away; a string begins with its qualifier. */
type Said = Record<string, number | null | `${Qualifier}${number}`>;

const ALL = { first: -1e6, last: 1e6 };

/** A series of years in a store of its own, imports written as `{ 2021: 10, 2022: '≈11' }`. */
class YearSeries {
  readonly #store = openStore(folderForTest());
  #key = 0;

  constructor() {
    for (const [id, kind] of [
      ['app', 'app'],
      ['downloads', 'measure'],
    ] as const) {
      const name = { zh: id, en: id };
      putEntity(this.#store.db, {
        id,
        origin: 'own',
        kind,
        name,
        aliases: [],
        organisationId: '',
        unit: '',
        better: '',
      });
    }
  }

  /** Gives the import's id and `added restated unchanged`. */
  import(knownFrom: string, said: Said, partOf?: number): { id: number; counts: string } {
    const { db } = this.#store;
    const entries = Object.entries(said).map(([period, value]) => [ordinalOf('year', period), value] as const);
    return inTransaction(db, () => {
      const id = addSeriesImport(db, {
        kind: partOf === undefined ? 'file' : 'filing',
        partOf,
        at: knownFrom,
        knownFrom,
      });
      const common = { market: '', platform: '', vendor: '', definition: '', unit: '', fiscalYearEnd: 12 };
      const note = { zh: '', en: '' };
      const { key } = ensureSeries(
        db,
        { origin: 'own', subjectId: 'app', metricId: 'downloads', grain: 'year', ...common, note },
        id,
      );
      this.#key = key;
      const counts = mergeObservations(
        db,
        { seriesKey: key, importId: id },
        {
          ordinals: entries.map(([ordinal]) => ordinal),
          values: entries.map(([, value]) =>
            typeof value === 'string' ? Number(value.slice(1)) : (value ?? Number.NaN),
          ),
          qualifiers: new Map(
            entries.flatMap(([, value], at) => (typeof value === 'string' ? [[at, value[0] as Qualifier]] : [])),
          ),
        },
      );
      finishSeriesImport(db, id, { rowCount: entries.length, ...counts });
      return { id, counts: `${counts.added} ${counts.restated} ${counts.unchanged}` };
    });
  }

  withdraw(importId: number): string[] {
    return withdrawSeriesImport(this.#store.db, importId);
  }

  #stored(): StoredSeries | undefined {
    return findSeriesByKey(this.#store.db, this.#key);
  }

  /** As the imports are written. */
  read(asKnownOn?: string, range = ALL): Said {
    const stored = this.#stored();
    if (stored === undefined) return {};
    const { ordinals, values, qualifiers } = readObservations(this.#store.db, stored, range, asKnownOn);
    const qualifierAt = new Map(qualifiers.map(({ at, qualifier }) => [at, qualifier]));
    return Object.fromEntries(
      ordinals.map((ordinal, at) => {
        const qualifier = qualifierAt.get(at);
        const value: Said[string] = qualifier === undefined ? values[at] : `${qualifier}${values[at]}`;
        return [labelAt('year', ordinal), value];
      }),
    );
  }

  origins(): (number | null)[] {
    const stored = this.#stored();
    return stored === undefined
      ? []
      : readObservations(this.#store.db, stored, ALL, undefined).origins.map(({ importId }) => importId);
  }

  /** `2021: 10 (2024-01-01) → 12 (2024-02-01)`, the latest first. */
  restatements(): string[] {
    const stored = this.#stored();
    const restatements = stored === undefined ? [] : listRestatements(this.#store.db, stored, 100);
    return restatements.map(
      ({ period, former, value, knownFrom, replacedOn }) =>
        `${period}: ${former} (${knownFrom}) → ${value} (${replacedOn})`,
    );
  }

  summary() {
    const stored = this.#stored();
    if (stored === undefined) return null;
    const { first, last, observationCount, restatementCount } = summaryOf(stored);
    return { first, last, observationCount, restatementCount };
  }

  imports() {
    return listSeriesImports(this.#store.db).map(({ id, added, restated, isWithdrawn }) => ({
      id,
      added,
      restated,
      isWithdrawn,
    }));
  }

  close(): void {
    this.#store.close();
  }
}

const [JAN, FEB, MAR, APR] = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'];

describe('an import', () => {
  it('adds what is new, restates what differs, and leaves what is said again', () => {
    const series = new YearSeries();
    expect(series.import(JAN, { 2020: 10, 2021: 11, 2023: 13 }).counts).toBe('3 0 0');
    expect(series.import(FEB, { 2021: 11, 2022: 12, 2023: 14 }).counts).toBe('1 1 1');
    expect(series.read()).toEqual({ 2020: 10, 2021: 11, 2022: 12, 2023: 14 });
    expect(series.restatements()).toEqual(['2023: 13 (2024-01-01) → 14 (2024-02-01)']);
    expect(series.summary()).toEqual({ first: '2020', last: '2023', observationCount: 4, restatementCount: 1 });
    expect(series.origins()).toEqual([1, 2]);
  });

  it('of the same again changes nothing', () => {
    const series = new YearSeries();
    series.import(JAN, { 2020: 10, 2021: '>11' });
    expect(series.import(FEB, { 2020: 10, 2021: '>11' }).counts).toBe('0 0 2');
    expect(series.import(JAN, { 2020: 10, 2021: '>11' }).counts).toBe('0 0 2');
    expect(series.restatements()).toEqual([]);
    expect(series.read()).toEqual({ 2020: 10, 2021: '>11' });
  });

  it.each<[string, Said, Said]>([
    ['a qualifier alone', { 2020: 10 }, { 2020: '≈10' }],
    ['a zero for a gap', { 2020: 10 }, { 2020: 10, 2021: 0 }],
    ['a value for a zero', { 2020: 0 }, { 2020: -1 }],
    ['a value taken away', { 2020: 10, 2021: 11 }, { 2020: 10, 2021: null }],
  ])('makes a difference of %s', (_, before, after) => {
    const series = new YearSeries();
    series.import(JAN, before);
    series.import(FEB, after);
    const kept = Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null));
    expect(series.read()).toEqual(kept);
    expect(series.read(JAN)).toEqual(before);
  });

  it('brings back what was taken away, with all of its history', () => {
    const series = new YearSeries();
    series.import(JAN, { 2020: 10 });
    expect(series.import(FEB, { 2020: null, 2021: null }).counts).toBe('0 1 1');
    expect(series.summary()).toMatchObject({ first: '', last: '', observationCount: 0, restatementCount: 1 });
    expect(series.import(MAR, { 2020: 12 }).counts).toBe('1 0 0');
    expect([series.read(JAN), series.read(FEB), series.read(MAR)]).toEqual([{ 2020: 10 }, {}, { 2020: 12 }]);
    expect(series.restatements()).toEqual([
      '2020: null (2024-02-01) → 12 (2024-03-01)',
      '2020: 10 (2024-01-01) → null (2024-02-01)',
    ]);
    expect(series.summary()).toMatchObject({ observationCount: 1, restatementCount: 2 });
  });

  it('of what was known earlier than what is there becomes a former value', () => {
    const series = new YearSeries();
    series.import(MAR, { 2020: 12 });
    expect(series.import(JAN, { 2020: 10, 2021: 20 }).counts).toBe('1 1 0');
    expect(series.read()).toEqual({ 2020: 12, 2021: 20 });
    expect(series.read(FEB)).toEqual({ 2020: 10, 2021: 20 });
    expect(series.restatements()).toEqual(['2020: 10 (2024-01-01) → 12 (2024-03-01)']);
  });

  it('reads a part of the series, and nothing before anything was known', () => {
    const series = new YearSeries();
    series.import(FEB, { 2019: 9, 2020: 10, 2021: 11, 2022: 12 });
    const range = { first: ordinalOf('year', '2020'), last: ordinalOf('year', '2021') };
    expect(series.read(undefined, range)).toEqual({ 2020: 10, 2021: 11 });
    expect(series.read(JAN)).toEqual({});
  });
});

describe('the day from which an import is known', () => {
  it.each([0, 9, 23])('is that of the place where the user is, at %d:30 o’clock', (hour) => {
    const store = openStore(folderForTest());
    const id = addSeriesImport(store.db, { kind: 'hand', at: new Date(2024, 6, 20, hour, 30).toISOString() });
    expect(findSeriesImport(store.db, id)?.knownFrom).toBe('2024-07-20');
    store.close();
  });
});

describe('the withdrawal of an import', () => {
  it('takes away what it added and puts back what it restated', () => {
    const series = new YearSeries();
    series.import(JAN, { 2020: 10, 2021: 11 });
    const { id } = series.import(FEB, { 2021: 12, 2022: 13 });
    expect(series.withdraw(id)).toEqual(['downloads/app']);
    expect(series.read()).toEqual({ 2020: 10, 2021: 11 });
    expect(series.restatements()).toEqual([]);
    expect(series.summary()).toEqual({ first: '2020', last: '2021', observationCount: 2, restatementCount: 0 });
    expect(series.imports()).toEqual([
      { id: 2, added: 1, restated: 1, isWithdrawn: true },
      { id: 1, added: 2, restated: 0, isWithdrawn: false },
    ]);
  });

  it('takes the series away that it began, but not one that others wrote to', () => {
    const series = new YearSeries();
    const first = series.import(JAN, { 2020: 10 });
    const second = series.import(FEB, { 2021: 11 });
    series.withdraw(first.id);
    expect(series.read()).toEqual({ 2021: 11 });
    series.withdraw(second.id);
    expect(series.summary()).toEqual({ first: '', last: '', observationCount: 0, restatementCount: 0 });
    const alone = new YearSeries();
    alone.withdraw(alone.import(JAN, { 2020: 10 }).id);
    expect(alone.summary()).toBeNull();
  });

  it.each<[string, Said, Said, Said]>([
    ['a later import restated', { 2020: 12 }, { 2020: 14 }, { 2020: 14 }],
    ['a later import said again', { 2020: 12 }, { 2020: 12 }, { 2020: 12 }],
    ['a later import put back', { 2020: 12 }, { 2020: 10 }, { 2020: 10 }],
    ['a later import left out', { 2020: 12 }, { 2021: 1 }, { 2020: 10, 2021: 1 }],
    ['a later import took away', { 2020: 12 }, { 2020: null }, {}],
  ])('leaves what %s', (_, withdrawn, later, expected) => {
    const series = new YearSeries();
    series.import(JAN, { 2020: 10 });
    const { id } = series.import(FEB, withdrawn);
    series.import(MAR, later);
    series.withdraw(id);
    expect(series.read()).toEqual(expected);
    expect(series.read(FEB)).toEqual({ 2020: 10 });
  });

  it('of a file takes its filings with it', () => {
    const series = new YearSeries();
    series.import(JAN, { 2020: 9 });
    const file = series.import(APR, {});
    series.import(FEB, { 2020: 10 }, file.id);
    series.import(MAR, { 2020: 11, 2021: 12 }, file.id);
    expect(series.imports()).toHaveLength(2);
    series.withdraw(file.id);
    expect(series.read()).toEqual({ 2020: 9 });
  });
});

/** The meaning of it all: of each period, the last that an import still standing had said by that day. */
class Model {
  readonly #imports = new Map<number, { knownFrom: string; said: Said }>();

  import(id: number, knownFrom: string, said: Said): void {
    const earlier = [...this.#imports.values()].filter((each) => each.knownFrom <= knownFrom);
    // Taking away what never was there says nothing.
    const told = Object.entries(said).filter(
      ([period, value]) => value !== null || earlier.some((each) => period in each.said),
    );
    this.#imports.set(id, { knownFrom, said: Object.fromEntries(told) });
  }

  withdraw(id: number): void {
    this.#imports.delete(id);
  }

  #read(asKnownOn: string): Map<string, Said[string]> {
    const known = new Map<string, Said[string]>();
    const inOrder = [...this.#imports].toSorted(([a, { knownFrom: onA }], [b, { knownFrom: onB }]) =>
      onA < onB ? -1 : onA > onB ? 1 : a - b,
    );
    for (const [, { knownFrom, said }] of inOrder) {
      if (knownFrom > asKnownOn) continue;
      for (const [period, value] of Object.entries(said)) {
        if (value === null) known.delete(period);
        else known.set(period, value);
      }
    }
    return known;
  }

  read(asKnownOn = '9999-12-31'): Said {
    return Object.fromEntries(this.#read(asKnownOn));
  }
}

const day = fc.constantFrom(JAN, FEB, MAR, APR);
const period = fc.constantFrom('2020', '2021', '2022');
const value = fc.option(fc.constantFrom(1, 2, 3), { freq: 6 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ day, said: fc.dictionary(period, value, { minKeys: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ withdrawn: fc.nat(8) }) },
);

describe('any series of imports and withdrawals', () => {
  it('leaves on every day what was known on it', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 9 }), (steps) => {
        const series = new YearSeries();
        const model = new Model();
        const ids: number[] = [];
        for (const each of steps) {
          if ('said' in each) {
            const { id } = series.import(each.day, each.said);
            model.import(id, each.day, each.said);
            ids.push(id);
          } else if (each.withdrawn < ids.length) {
            const [id] = ids.splice(each.withdrawn, 1);
            series.withdraw(id);
            model.withdraw(id);
          }
        }
        for (const asKnownOn of [JAN, FEB, MAR, APR, undefined]) {
          expect(series.read(asKnownOn)).toEqual(model.read(asKnownOn));
        }
        const now = Object.keys(model.read());
        expect(series.summary()?.observationCount ?? 0).toBe(now.length);
        expect(series.summary()?.restatementCount ?? 0).toBe(series.restatements().length);
        series.close();
      }),
      { numRuns: 150 },
    );
  });
});
