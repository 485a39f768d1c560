/**
 * Whether an attempt of that kind, as plans and records name it, gives a caller somebody who may answer, or who will hear what
 * they leave on a voicemail. A message only speaks to them.
 */
export function triesSomebody(kind: string): boolean {
  return kind !== 'message';
}
