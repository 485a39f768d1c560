/** What clocks in a time zone show at a moment, as an `<input type="datetime-local">` has it: "2026-03-08T01:30". */
export function localTime(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

const minuteMs = 60_000;

/** How far a zone is ahead of UTC at a moment, in minutes. */
function offsetMinutes(at: number, timeZone: string): number {
  return Math.round((Date.parse(`${localTime(at, timeZone)}Z`) - Math.floor(at / minuteMs) * minuteMs) / minuteMs);
}

/**
 * The moment at which clocks in a zone show a local time, with its offset: "2026-03-08T01:30:00-08:00". Of a time that clocks show
 * twice: the earlier one; of one that they leap over: as late as if they had not leapt.
 * @returns undefined for what is no local time.
 */
export function momentOf(local: string, timeZone: string): string | undefined {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const day = 24 * 60 * minuteMs;
  // The zone's offsets on both sides of any change of clocks nearby.
  const offsets = [offsetMinutes(asUtc - day, timeZone), offsetMinutes(asUtc + day, timeZone)];
  const fitting = offsets.find((offset) => offsetMinutes(asUtc - offset * minuteMs, timeZone) === offset);
  const at = asUtc - (fitting ?? offsets[0] ?? 0) * minuteMs;
  const offset = offsetMinutes(at, timeZone);
  const sign = offset < 0 ? '-' : '+';
  const two = (value: number): string => String(value).padStart(2, '0');
  const shift = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${new Date(at + offset * minuteMs).toISOString().slice(0, 19)}${shift}`;
}
