/**
 * Which screen is shown. The address's fragment says it (`#/`, `#/sheet/ID`, `#/sources/ID/EXHIBIT`,
 * `#/search?q=…`), so that reloading and the browser's back key work in the window and in the tab alike.
 *
 * What a screen keeps of itself in the address (filters, chosen columns) is its `query`, as
 * URLSearchParams writes it; `replaceQuery` changes it without an entry in the browser's history.
 */
import { create } from 'zustand';

/** Screens that are found by their name alone. */
export const PLAIN_SCREENS = [
  'models',
  'prices',
  'downloads',
  'capex',
  'conflicts',
  'search',
  'import',
  'import-series',
  'import-bars',
  'watchlist',
  'calendar',
  'theses',
  'vault',
  'scorecard',
  'notes',
] as const;
type PlainScreen = (typeof PLAIN_SCREENS)[number];

export type Route =
  | { screen: 'home' }
  | { screen: 'sheet'; sheetId: string }
  | { screen: 'security'; securityId: string }
  /** The list of sources, one of them, or one of its exhibits. */
  | { screen: 'sources'; sourceId?: string; exhibitId?: string }
  | { [S in PlainScreen]: { screen: S; query?: string } }[PlainScreen];

export const useRoute = create<{ route: Route }>(() => ({ route: routeOf(window.location.hash) }));

/** Shows a screen and makes an entry in the browser's history. */
export function goTo(route: Route): void {
  writeAddress();
  window.location.hash = hashOf(route);
  written = window.location.hash;
  useRoute.setState({ route });
}

/** Another query of the screen that is shown; going back leads to where the screen was entered from. */
export function replaceQuery(query: string): void {
  const { route } = useRoute.getState();
  if (!isPlain(route.screen)) return;
  useRoute.setState({ route: { screen: route.screen, query } });
  writing ??= setTimeout(writeAddress, WRITTEN_AFTER_MS);
}

/** The screen follows at once, the address at leisure: a browser draws its own window anew for it, and refuses many. */
const WRITTEN_AFTER_MS = 200;
let writing: ReturnType<typeof setTimeout> | undefined;
/** The fragment as this page wrote it last. */
let written = window.location.hash;

function writeAddress(): void {
  if (writing === undefined) return;
  clearTimeout(writing);
  writing = undefined;
  window.history.replaceState(null, '', hashOf(useRoute.getState().route));
  written = window.location.hash;
}

/** By hand, by a link or by the back key. */
function followAddress(): void {
  const { hash } = window.location;
  if (hash === written) return;
  clearTimeout(writing);
  writing = undefined;
  written = hash;
  useRoute.setState({ route: routeOf(hash) });
}

/** Reads an address; what it does not know is the home screen. */
export function routeOf(hash: string): Route {
  const [path, query] = divide(hash.replace(/^#\/?/, ''));
  const [screen, first, ...rest] = path.split('/').map(decode);
  if (screen === 'sheet' && first) return { screen, sheetId: first };
  if (screen === 'security' && first) return { screen, securityId: [first, ...rest].join('/') };
  if (screen === 'sources') {
    if (!first) return { screen };
    return rest.length === 0 ? { screen, sourceId: first } : exhibitRoute(first, `${first}/${rest.join('/')}`);
  }
  return isPlain(screen) ? { screen, query } : { screen: 'home' };
}

export function exhibitRoute(sourceId: string, exhibitId: string): Route {
  return { screen: 'sources', sourceId, exhibitId };
}

export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/';
    case 'sheet':
      return `#/sheet/${encodeURIComponent(route.sheetId)}`;
    case 'security':
      return `#/security/${encodeURIComponent(route.securityId)}`;
    case 'sources':
      return `#/${['sources', ...pathOf(route.sourceId, route.exhibitId)].map(encodeURIComponent).join('/')}`;
    default:
      return `#/${route.screen}${route.query ? `?${route.query}` : ''}`;
  }
}

/** An exhibit's id begins with its source: `000/图1` is at `sources/000/图1`. */
function pathOf(sourceId: string | undefined, exhibitId: string | undefined): string[] {
  if (sourceId === undefined) return [];
  return exhibitId === undefined ? [sourceId] : [sourceId, exhibitId.replace(`${sourceId}/`, '')];
}

function divide(hash: string): [path: string, query: string] {
  const at = hash.indexOf('?');
  return at < 0 ? [hash, ''] : [hash.slice(0, at), hash.slice(at + 1)];
}

/** As it stands where a person mistyped an escape. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (malformed) {
    if (malformed instanceof URIError) return part;
    throw malformed;
  }
}

function isPlain(screen: string): screen is PlainScreen {
  return PLAIN_SCREENS.some((plain) => plain === screen);
}

window.addEventListener('hashchange', followAddress);
