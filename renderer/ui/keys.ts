/** Keys as this system's keyboard shows them. */
const isMac = navigator.platform.toLowerCase().startsWith('mac');

/** `Ctrl+K`, or `⌘K` on a Mac. */
export function modKey(key: string): string {
  return isMac ? `⌘${key}` : `Ctrl+${key}`;
}
