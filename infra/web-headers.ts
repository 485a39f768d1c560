/** What a browser may do with the console's web application: said by the local cloud and by CloudFront alike. */
export interface WebPolicy {
  /** Origins that the application asks beside its own: where people sign in, and media servers for meetings, say. */
  readonly connect: readonly string[];
  /** Who may show the application in a frame: "'self'" and the origins of customer-engagement systems that embed the desk. */
  readonly frameAncestors: readonly string[];
}

/**
 * Style sheets that react-aria adds by script, allowed by their hashes (Content Security Policy Level 3 §8.4): of all that can be
 * pressed, and of a page behind a dialog on a telephone. A test holds them against the library.
 */
export const addedStyles: readonly string[] = [
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
];

/** `sha256-…` of `addedStyles`, in their order. */
export const addedStyleHashes: readonly string[] = [
  'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=',
  'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg=',
];

/** The value of Content-Security-Policy. Nothing of another origin runs; workers and pictures may be made by the application itself. */
export function contentSecurityPolicy({ connect, frameAncestors }: WebPolicy): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'connect-src': ["'self'", ...connect],
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:'],
    'worker-src': ["'self'", 'blob:'],
    'style-src': ["'self'", ...addedStyleHashes.map((hash) => `'${hash}'`)],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': frameAncestors.length === 0 ? ["'none'"] : frameAncestors,
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/** All headers that say so, by lower-case name. */
export function webSecurityHeaders(policy: WebPolicy): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(policy),
    'x-content-type-options': 'nosniff',
    // Paths of the desk name contexts: they are nobody else's business.
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(self)',
  };
}

/** Files under here have a hash of their content in their names. */
export const hashedFilesPrefix = '/assets/';

/** Cache-Control of a file by its path: what has a hash in its name never changes, all else is asked for each time. */
export function cacheControlOf(path: string): string {
  return path.startsWith(hashedFilesPrefix) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
