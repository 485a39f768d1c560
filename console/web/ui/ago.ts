const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** "12 seconds ago", "in 2 hours", "yesterday", in the reader's language. Both in milliseconds since 1970. */
export function agoWords(at: number, now: number, locale?: string): string {
  const distance = at - now;
  const [unit, length] = units.find(([, each]) => Math.abs(distance) >= each) ?? ['second', 1000];
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return format.format(Math.trunc(distance / length), unit);
}
