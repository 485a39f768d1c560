import { isIPv4 } from 'node:net';

/** How much of a call may be seen: `masked` hides what callers could be known by, `full` shows all. */
export type Privacy = 'masked' | 'full';

/** How numbers are written; not in the middle of an id, a date or an address, nor the account in an ARN or a configuration. */
const number = new RegExp(
  [
    // With a plus sign, as it is, escaped in a URI, or with spaces and the like.
    /(?:\+|%2B)\d{5,15}/u,
    /\+\d{1,4}(?:[ ().-]{1,2}\d{1,5}){2,5}/u,
    // As long as national numbers, and numbers short of their plus sign.
    /(?<![\w.-])\d{10,11}(?!\w|[.-]\w)/u,
    /(?<![\w.-]|AccountId":\s*")\d{12}(?!\w|[.:-]\w)/u,
    /(?<![\w.-])\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\w|[.-]\w)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
);

/** What callers have said or pressed, and what is said to them, as functions print their events and answers. */
const secret =
  /(\b(?:ReceivedDigits|Text)\\*["']?\s*[:=]\s*)(\\+"(?:(?!\\+").)*\\+"|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|`[^`]*`?|[^\s,}"']+)/gu;

const numberOrDigits = new RegExp(`(${number.source})|\\d{4,}`, 'giu');

/** A text in which telephone numbers show their last four digits only. */
export function maskNumbers(text: string, privacy: Privacy): string {
  return privacy === 'full' ? text : text.replace(number, lastFour);
}

/** Words of a function, which may log what a caller has pressed: any four digits in a row are hidden, and what follows ReceivedDigits and Text. */
export function maskDigits(text: string, privacy: Privacy): string {
  if (privacy === 'full') return text;
  return text
    .replace(secret, '$1…')
    .replace(numberOrDigits, (_, telephone?: string) => (telephone === undefined ? '…' : lastFour(telephone)));
}

/** The user part of a SIP URI, never with its password: whatever may be a number, however it is written, is masked. */
export function maskUser(escaped: string, privacy: Privacy): string {
  const user = unescaped(escaped).split(':')[0] ?? '';
  if (privacy === 'full' || isIPv4(user)) return user;
  return /\d{5}/u.test(user.replace(/[\s()./+-]/gu, '')) ? lastFour(user) : user;
}

function lastFour(text: string): string {
  return `…${text.replace(/\D/gu, '').slice(-4)}`;
}

function unescaped(user: string): string {
  return user.replace(/%([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Text of others on a terminal: without what would move the cursor, ring the bell or break the line. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- it is what this is about
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/gu, '·');
}
