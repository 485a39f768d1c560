/** A moment as requests write it: ISO 8601, whole seconds, UTC. `at` is milliseconds since 1970. */
export function timestampOf(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
