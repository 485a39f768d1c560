/** Where a page of changes ended: a time in 15 digits, and what tells two changes of one millisecond apart. */
const keyPattern = /^\d{15}#[\da-f-]{8,36}$/;

/** Opaque to whoever gets it. It holds nothing that the page did not. */
export function writeChangesCursor(key: string): string {
  return Buffer.from(key).toString('base64url');
}

/** The key of the page's last change; undefined for anything that is no cursor of ours. */
export function readChangesCursor(cursor: string): string | undefined {
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  return keyPattern.test(key) ? key : undefined;
}
