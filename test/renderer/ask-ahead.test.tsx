/** Figures of a chart and contents of a list that are likely to be opened are read before they are. */
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PLAIN_SPEC, questionOf, useChartSpec } from '../../renderer/charts/use-chart-spec.ts';
import { useSeriesAnswer } from '../../renderer/charts/use-series-answer.ts';
import { firstContent, lastContent, readListAhead } from '../../renderer/securities/list-contents.ts';
import { seriesWereEdited } from '../../renderer/series/series-store.ts';
import { goTo } from '../../renderer/shell/routes.ts';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { WatchListContent } from '../../shared/watchlist-methods.ts';
import { fakeWorkbench } from './fake-workbench.ts';

const AT_START: ChartSpec = { ...PLAIN_SPEC, screen: 'downloads', language: 'en', seriesIds: ['a'] };
const EMPTY_LIST: WatchListContent = {
  list: null,
  groups: [],
  entries: [],
  securities: [],
  quotes: [],
  ratings: [],
  brokers: [],
  grades: [],
  state: { undo: null, redo: null },
};
const NOTHING = { observations: [], entities: [], facts: [], events: [], sources: [], series: [] };

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  goTo({ screen: 'home' });
});

const rest = (ms = 60) => act(() => vi.advanceTimersByTimeAsync(ms));

async function openChart() {
  let isAway = false;
  const workbench = fakeWorkbench({
    getChartInputs: () => {
      if (isAway) throw new AppError('busy', message('store.busy'));
      return NOTHING;
    },
  });
  goTo({ screen: 'downloads' });
  const { result } = renderHook(() => {
    const onScreen = useChartSpec(AT_START);
    return { ...onScreen, ...useSeriesAnswer('getChartInputs', questionOf(onScreen.spec)) };
  });
  await rest();
  const asked = () => workbench.inputsOf('getChartInputs').map((input) => (input as ChartSpec).seriesIds.join(' '));
  const setAway = (away: boolean) => {
    isAway = away;
  };
  const change = async (seriesIds: string[]) => {
    act(() => result.current.change({ seriesIds }));
    await rest(0);
  };
  return { result, asked, setAway, change, prepare: (seriesIds: string[]) => result.current.prepare({ seriesIds }) };
}

describe('a change that is prepared for', () => {
  test('asks once, when the pointer has come to rest, and shows that answer', async () => {
    const { asked, prepare, change, result } = await openChart();
    for (const passed of [['b'], ['c'], ['d']]) prepare(passed);
    expect(asked()).toEqual(['a']);
    await rest();
    expect(asked()).toEqual(['a', 'd']);
    await change(['d']);
    expect(asked()).toEqual(['a', 'd']);
    expect(result.current).toMatchObject({ isCurrent: true, failure: null, answer: NOTHING });
  });

  test('asks nothing for what is shown already', async () => {
    const { asked, prepare } = await openChart();
    prepare(['a']);
    await rest();
    expect(asked()).toEqual(['a']);
  });

  test('is not asked for any more once it was made', async () => {
    const { asked, prepare, change } = await openChart();
    prepare(['b']);
    await change(['b']);
    await rest();
    expect(asked()).toEqual(['a', 'b']);
  });
});

describe('what was read ahead is read again', () => {
  test('after an edit', async () => {
    const { asked, prepare, change } = await openChart();
    prepare(['b']);
    await rest();
    act(() => seriesWereEdited());
    await rest();
    expect(asked()).toEqual(['a', 'b', 'a']);
    await change(['b']);
    expect(asked()).toEqual(['a', 'b', 'a', 'b']);
  });

  test('where it could not be read', async () => {
    const { asked, prepare, change, setAway, result } = await openChart();
    setAway(true);
    prepare(['b']);
    await rest();
    setAway(false);
    await change(['b']);
    expect(asked()).toEqual(['a', 'b', 'b']);
    expect(result.current).toMatchObject({ isCurrent: true, failure: null });
  });

  test('where another one was read in between', async () => {
    const { asked, prepare, change } = await openChart();
    for (const each of [['b'], ['c']]) {
      prepare(each);
      await rest();
    }
    await change(['b']);
    expect(asked()).toEqual(['a', 'b', 'c', 'b']);
  });
});

test('a list that is pressed while it is read ahead is asked for once, and none beside it meanwhile', async () => {
  const workbench = fakeWorkbench({ getWatchList: () => EMPTY_LIST });
  const asked = () => workbench.inputsOf('getWatchList').map((input) => (input as { listId: string }).listId);
  const ahead = readListAhead('a');
  await readListAhead('b');
  expect(await firstContent('a')).toEqual(EMPTY_LIST);
  await ahead;
  expect(asked()).toEqual(['a']);
  expect(lastContent('a')).toEqual(EMPTY_LIST);
  await readListAhead('a');
  expect(asked()).toEqual(['a']);
  await firstContent('a');
  expect(asked()).toEqual(['a', 'a']);
});
