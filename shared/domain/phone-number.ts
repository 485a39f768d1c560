import type { Brand } from './brand.ts';

/** A telephone number as ITU-T E.164 writes it: "+", country code, subscriber number, 2 to 15 digits. */
export type E164 = Brand<string, 'E164'>;

const e164Pattern = /^\+[1-9]\d{1,14}$/;

export function isE164(value: string): value is E164 {
  return e164Pattern.test(value);
}
