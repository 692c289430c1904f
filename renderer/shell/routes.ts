/**
 * Which screen is shown. The address's fragment says it (`#/`, `#/sheet/ID`), so that reloading and
 * the browser's back key work in the window and in the tab alike.
 */
import { create } from 'zustand';

export type Route = { screen: 'home' } | { screen: 'sheet'; sheetId: string };

export const useRoute = create<{ route: Route }>(() => ({ route: routeOf(window.location.hash) }));

/** Shows a screen and makes an entry in the browser's history. */
export function goTo(route: Route): void {
  window.location.hash = hashOf(route);
  useRoute.setState({ route });
}

function routeOf(hash: string): Route {
  const sheetId = /^#\/sheet\/(.+)$/.exec(hash)?.[1];
  return sheetId === undefined ? { screen: 'home' } : { screen: 'sheet', sheetId: decodeURIComponent(sheetId) };
}

function hashOf(route: Route): string {
  return route.screen === 'home' ? '#/' : `#/sheet/${encodeURIComponent(route.sheetId)}`;
}

window.addEventListener('hashchange', () => useRoute.setState({ route: routeOf(window.location.hash) }));
