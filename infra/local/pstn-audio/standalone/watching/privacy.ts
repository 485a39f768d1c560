/** How much of a call may be seen: `masked` hides what callers could be known by, `full` shows all. */
export type Privacy = 'masked' | 'full';

/** With a plus sign, or as long as a national number; not in the middle of an id, a date or an address. */
const number = /\+\d{5,15}|(?<![\w.:-])\d{10,11}(?![\w.:-])/gu;

const numberOrDigits = new RegExp(`(${number.source})|\\d{4,}`, 'gu');

/** A text in which telephone numbers show their last four digits only. */
export function maskNumbers(text: string, privacy: Privacy): string {
  return privacy === 'full' ? text : text.replace(number, (digits) => `…${digits.slice(-4)}`);
}

/** Words of a function, who may log what a caller has pressed: any four digits in a row are hidden. */
export function maskDigits(text: string, privacy: Privacy): string {
  if (privacy === 'full') return text;
  return text.replace(numberOrDigits, (_, telephone?: string) =>
    telephone === undefined ? '…' : `…${telephone.slice(-4)}`,
  );
}

/** The user part of a SIP URI: a number is masked though it may be short of a plus sign. */
export function maskUser(user: string, privacy: Privacy): string {
  return privacy === 'masked' && /^\+?\d{5,}$/u.test(user) ? `…${user.slice(-4)}` : user;
}

/** Text of others on a terminal: without what would move the cursor, ring the bell or break the line. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- it is what this is about
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/gu, '·');
}
