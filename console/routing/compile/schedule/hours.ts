/** Hours of one day, by the clock on the wall: minutes from its midnight. Those over midnight belong to the day they begin on. */
export interface Hours {
  /** 0 to 1439. */
  readonly opens: number;
  /** 1 to 2878: from 1440 on it is the next day. */
  readonly closes: number;
}

export const dayMinutes = 1440;

/** @param text "09:00-12:30", "22:00-02:00" or "00:00-24:00", as the file's schema lets through. */
export function parseHours(text: string): Hours {
  const [opens = 0, closes = 0] = text.split('-').map(minutesOf);
  return { opens, closes: closes > opens ? closes : closes + dayMinutes };
}

/** "02:30", of any day. */
export function formatTime(minutes: number): string {
  const ofDay = minutes % dayMinutes;
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Whether two days have the same hours, in whatever order they are written. */
export function sameHours(some: readonly Hours[], others: readonly Hours[]): boolean {
  const [left, right] = [some, others].map((hours) => hours.map(({ opens, closes }) => `${opens}-${closes}`).sort());
  return String(left) === String(right);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
