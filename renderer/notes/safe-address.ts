/**
 * Where links and images of a note may lead. A link opens in the user's own browser, when it is clicked; of an image
 * only a pasted one is shown: another one would tell its server that the note is being read.
 */

const OPENED: readonly string[] = ['http:', 'https:', 'mailto:'];
const PASTED = /^image:([0-9a-f-]{36})$/u;

/** The address in full, with the host as it is really called; null of what is not opened. */
export function linkAddress(written: string): string | null {
  // A browser would read over them: java<tab>script: is javascript:.
  if (/[\p{Cc}\s]/u.test(written)) return null;
  const address = URL.parse(written);
  return address !== null && OPENED.includes(address.protocol) ? address.href : null;
}

/** The id of a pasted image; null of any other one. */
export function pastedImage(written: string): string | null {
  return PASTED.exec(written)?.[1] ?? null;
}
