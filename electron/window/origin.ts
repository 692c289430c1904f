/**
 * What counts as the program's own page, and which links may leave it.
 *
 * `app://plumbline/…` is served from the built page; in development vite's address takes its place.
 */
export const APP_SCHEME = 'app';
const APP_HOST = 'plumbline';

export function pageAddress(developmentAddress: string | undefined): string {
  return developmentAddress ?? `${APP_SCHEME}://${APP_HOST}/`;
}

/** Whether `url` is of the page at `page`. URL.origin is `null` for app://, hence scheme and host. */
export function isOwnPage(url: string, page: string): boolean {
  const [asked, own] = [parse(url), parse(page)];
  return asked !== null && own !== null && asked.protocol === own.protocol && asked.host === own.host;
}

/** The link as the system's browser may open it; null for any scheme but http and https. */
export function externalLink(url: string): string | null {
  const link = parse(url);
  if (link === null || link.username || link.password) return null;
  return link.protocol === 'https:' || link.protocol === 'http:' ? link.href : null;
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
