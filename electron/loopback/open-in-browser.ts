/** Opens an address in the default browser where there is one; having none is no failure. */
import open from 'open';

export async function openInBrowser(address: string): Promise<void> {
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env;
  // Without a display the desktop's opener would start a text browser in this very terminal.
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY && !WSL_DISTRO_NAME) return;
  try {
    const opener = await open(address);
    opener.once('error', () => undefined); // no opener on this machine: the address is printed anyway
  } catch {
    // the same, found out earlier
  }
}
