/**
 * Who may talk to the loopback host: a browser that was given the token, on this machine's own
 * address, from the page that the host itself served.
 *
 * The Host header is checked because a hostile site can point its own name at 127.0.0.1 (DNS
 * rebinding), the Origin because a hostile page can send requests here (cross-site request forgery).
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export type AccessRequest = {
  url: URL;
  host: string | undefined;
  origin: string | undefined;
  /** Fetch metadata: what the browser says of the site that asks. */
  site: string | undefined;
  cookie: string | undefined;
};

export type Access =
  | { kind: 'allowed' }
  /** The token was in the address: keep it in a cookie and take it out of sight. */
  | { kind: 'enter'; cookie: string; location: string }
  | { kind: 'refused'; status: 401 | 403 };

export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Decides on a request to a host that listens on `port`. */
export function checkAccess(request: AccessRequest, token: string, port: number): Access {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!request.host || !hosts.includes(request.host)) return { kind: 'refused', status: 403 };
  if (request.origin !== undefined && request.origin !== `http://${request.host}`) {
    return { kind: 'refused', status: 403 };
  }
  const offered = request.url.searchParams.get('token');
  if (offered !== null && sameSecret(offered, token)) {
    const rest = new URL(request.url);
    rest.searchParams.delete('token');
    // Cookies know no ports: the port in the name keeps two workbenches apart.
    const cookie = `${cookieName(port)}=${token}; Path=/; HttpOnly; SameSite=Strict`;
    return { kind: 'enter', cookie, location: `${rest.pathname.replace(/^\/+/, '/')}${rest.search}` };
  }
  const held = cookieValue(request.cookie ?? '', cookieName(port));
  if (held === null || !sameSecret(held, token)) return { kind: 'refused', status: 401 };
  if (request.site === 'cross-site') return { kind: 'refused', status: 403 };
  return { kind: 'allowed' };
}

function cookieName(port: number): string {
  return `plumbline-${port}`;
}

function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}

/** Compares in constant time, whatever the lengths. */
function sameSecret(offered: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(offered), digest(secret));
}
