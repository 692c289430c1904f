/** End-to-end tests drive a real browser. */
export { ensureChromium as setup } from './find-chromium.ts';
