import type { E164 } from '../../shared/domain/phone-number.ts';
import { ssml, type Ssml } from './ssml.ts';

/** Country code 1, and the ten digits that people there dial (North American Numbering Plan). */
const northAmerican = /^\+1(\d{3})(\d{3})(\d{4})$/;

/** The last two digits, and never more, of a number of which all or only these are given; `undefined` when there are none. */
export function spokenEnding(digits = ''): Ssml | undefined {
  const ending = digits.replaceAll(/\D/g, '').slice(-2);
  return ending === '' ? undefined : oneByOne(ending);
}

/**
 * A telephone number as callers in North America would dial it. Alexa takes ten digits for a telephone number there
 * (Alexa Skills Kit documentation, SSML reference, say-as); any other is spelled out, behind the prefix for calls abroad.
 */
export function spokenPhoneNumber(number: E164): Ssml {
  if (!northAmerican.test(number)) return oneByOne(`011${number.slice(1)}`);
  return ssml`<say-as interpret-as="telephone">${number.slice(2)}</say-as>`;
}

/** The same to be read: "206-555-0100". */
export function writtenPhoneNumber(number: E164): string {
  return number.replace(northAmerican, '$1-$2-$3');
}

/** Digits, each by its name. */
export function oneByOne(digits: string): Ssml {
  return ssml`<say-as interpret-as="digits">${digits}</say-as>`;
}
