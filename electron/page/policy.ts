/**
 * The headers with which both hosts serve the page: it may load and reach nothing but its own origin.
 */

/** Styles may be inline: Mantine, CodeMirror and ECharts' tooltips set theirs that way. Scripts may not. */
const CONTENT_SECURITY_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

function headersWith(policy: Record<string, string>): Record<string, string> {
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources}`)
      .join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  };
}

export const pageHeaders = headersWith(CONTENT_SECURITY_POLICY);

/** For development only: hot reload puts a script into the page and opens a web socket. */
export const developmentHeaders = headersWith({
  ...CONTENT_SECURITY_POLICY,
  'script-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws:",
});
