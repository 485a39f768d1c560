/** The page that was wanted before signing in: a path of this origin. Anything else is the first page. */
export function safeReturnTo(wanted: string | undefined): string {
  // Browsers take a backslash for a slash: with two of them, an address begins with a host.
  return wanted !== undefined && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
