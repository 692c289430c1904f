import { beforeEach, describe, expect, test, vi } from 'vitest';
import { goTo, hashOf, type Route, replaceQuery, routeOf, useRoute } from '../../renderer/shell/routes.ts';

test.each<[string, Route]>([
  ['#/', { screen: 'home' }],
  ['#/sheet/a%2Fb', { screen: 'sheet', sheetId: 'a/b' }],
  ['#/sources', { screen: 'sources' }],
  ['#/sources/000', { screen: 'sources', sourceId: '000' }],
  ['#/sources/002/%E5%9B%BE%E8%A1%A814', { screen: 'sources', sourceId: '002', exhibitId: '002/图表14' }],
  ['#/search?q=%E7%AE%97%E5%8A%9B', { screen: 'search', query: 'q=%E7%AE%97%E5%8A%9B' }],
])('%s is %j, both ways', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
  expect(hashOf(route)).toBe(hash);
});

test.each([
  ['', { screen: 'home' }],
  ['#/nothing/like/this', { screen: 'home' }],
  ['#/sheet/', { screen: 'home' }],
  ['#/sources/%E5', { screen: 'sources', sourceId: '%E5' }],
  ['#/models', { screen: 'models', query: '' }],
])('%j, which nothing writes, is %j', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

describe('another query of the same screen', () => {
  const query = () => (useRoute.getState().route as { query?: string }).query;
  const address = () => window.location.hash;
  const shownAfterBack = async () => {
    const moved = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
    window.history.back();
    await moved;
    return query();
  };

  beforeEach(() => goTo({ screen: 'models' }));

  test('is shown at once; the address follows, without an entry in the history', async () => {
    const entries = window.history.length;
    for (const size of ['small', 'large']) replaceQuery(`size=${size}`);
    expect(query()).toBe('size=large');
    await vi.waitFor(() => expect(address()).toBe('#/models?size=large'));
    expect(query()).toBe('size=large');
    expect(window.history.length).toBe(entries);
  });

  test('is what the back key leads to, however fast another screen was gone to', async () => {
    replaceQuery('size=small');
    goTo({ screen: 'prices' });
    expect(address()).toBe('#/prices');
    expect(await shownAfterBack()).toBe('size=small');
  });

  test('gives way to an address that was gone to by hand', async () => {
    replaceQuery('size=small');
    window.location.hash = '#/prices?scale=log';
    await vi.waitFor(() => expect(useRoute.getState().route).toEqual({ screen: 'prices', query: 'scale=log' }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(address()).toBe('#/prices?scale=log');
  });
});
