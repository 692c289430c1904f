/**
 * What the page may ask of the system: to write the clipboard (copying a table by its button) and to
 * read it (Paste of the grid's menu). Everything else, and every other page, is refused.
 */
import { isOwnPage } from './origin.ts';

const PERMITTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'clipboard-read']);

/** `from` is the address that asks, whole or its origin. */
export function isPermitted(permission: string, from: string, page: string): boolean {
  return PERMITTED.has(permission) && isOwnPage(from, page);
}
