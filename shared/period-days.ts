/**
 * Which days a period has, and which period a day lies in: how periods of different grains meet.
 *
 * Days are counted from 1970 as ordinals of grain `day` are. A fiscal year is named after the calendar
 * year it ends in: where it ends in June, FY24Q2 is October to December 2023.
 */
import { type Grain, grainSchema, isPeriodLabel, ordinalOf } from './periods.ts';

export type Days = { first: number; last: number };

const DAY_MS = 86_400_000;
const GRAINS = grainSchema.options;
/** 1970-01-01 was a Thursday. */
const MONDAY_OFFSET = 3;

/** `fiscalYearEnd`: the month in which fiscal years end. */
export function daysOfPeriod(grain: Grain, ordinal: number, fiscalYearEnd: number): Days {
  switch (grain) {
    case 'day':
      return { first: ordinal, last: ordinal };
    case 'week':
      return { first: ordinal * 7 - MONDAY_OFFSET, last: ordinal * 7 - MONDAY_OFFSET + 6 };
    case 'month':
      return daysOfMonths(ordinal, 1);
    case 'quarter':
      return daysOfMonths(ordinal * 3, 3);
    case 'fiscal-quarter':
      return daysOfMonths(2000 * 12 + ordinal * 3 - (12 - fiscalYearEnd), 3);
    case 'year':
      return daysOfMonths(ordinal * 12, 12);
  }
}

/** The ordinal of the period that the day lies in. */
export function periodOfDay(grain: Grain, day: number, fiscalYearEnd: number): number {
  const date = new Date(day * DAY_MS);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return Math.floor((day + MONDAY_OFFSET) / 7);
    case 'month':
      return month;
    case 'quarter':
      return Math.floor(month / 3);
    case 'fiscal-quarter':
      return Math.floor((month + 12 - fiscalYearEnd) / 3) - 2000 * 4;
    case 'year':
      return Math.floor(month / 12);
  }
}

/** The days of a period's label of any grain; null of what is none. */
export function daysOfLabel(label: string, fiscalYearEnd: number): Days | null {
  const grain = GRAINS.find((each) => isPeriodLabel(each, label));
  return grain === undefined ? null : daysOfPeriod(grain, ordinalOf(grain, label), fiscalYearEnd);
}

/** `month` counts from the year 0. */
function daysOfMonths(month: number, count: number): Days {
  const firstOf = (at: number) => Math.round(Date.UTC(Math.floor(at / 12), at % 12, 1) / DAY_MS);
  return { first: firstOf(month), last: firstOf(month + count) - 1 };
}
