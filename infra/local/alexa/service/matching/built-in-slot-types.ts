import type { NumberWords } from '../language/number-words.ts';
import { digitsOf } from './numbers.ts';

/**
 * How a built-in slot type reads words: `numeric` types take nothing but a number and deliver its digits,
 * `words` types take any words as they are said (Alexa Skills Kit documentation, slot-type-reference).
 */
export type BuiltInSlotType =
  | { readonly kind: 'numeric'; readonly read: (words: readonly string[], numbers: NumberWords) => string | undefined }
  | { readonly kind: 'words' };

const words: BuiltInSlotType = { kind: 'words' };
const numeric = (
  accepts: (digits: string) => boolean,
  clean: (word: string) => string = (word) => word.replace(/^\+(?=\d)/, ''),
): BuiltInSlotType => ({
  kind: 'numeric',
  read: (said, numbers) => {
    const digits = digitsOf(said.map(clean), numbers);
    return digits !== undefined && accepts(digits) ? digits : undefined;
  },
});

export const builtInSlotTypes: Readonly<Record<string, BuiltInSlotType>> = {
  'AMAZON.NUMBER': numeric(() => true),
  'AMAZON.FOUR_DIGIT_NUMBER': numeric((digits) => digits.length === 4),
  'AMAZON.PhoneNumber': numeric(
    (digits) => digits.length >= 3 && digits.length <= 15,
    // People write phone numbers with dots: 206.555.0100.
    (word) => (/^\+?\d[\d.]*$/.test(word) ? word.replaceAll(/[+.]/g, '') : word),
  ),
  'AMAZON.SearchQuery': words,
  'AMAZON.FirstName': words,
  'AMAZON.US_FIRST_NAME': words,
  'AMAZON.Person': words,
  'AMAZON.City': words,
  'AMAZON.US_CITY': words,
  'AMAZON.US_STATE': words,
  'AMAZON.Country': words,
  'AMAZON.StreetName': words,
  'AMAZON.StreetAddress': words,
  'AMAZON.PostalAddress': words,
};
