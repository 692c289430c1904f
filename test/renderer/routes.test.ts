import { expect, test } from 'vitest';
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

test('another query of the same screen makes no entry in the history', () => {
  goTo({ screen: 'models' });
  const entries = window.history.length;
  replaceQuery('size=small');
  expect(window.location.hash).toBe('#/models?size=small');
  expect(useRoute.getState().route).toEqual({ screen: 'models', query: 'size=small' });
  expect(window.history.length).toBe(entries);
});
