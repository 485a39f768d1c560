/** The device that a path names, percent-decoded; undefined for an id that cannot be. */
export function deviceIdIn(segment: string | undefined): string | undefined {
  try {
    return decodeURIComponent(segment ?? '');
  } catch {
    return undefined;
  }
}
