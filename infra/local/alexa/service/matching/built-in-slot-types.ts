import { digitsOf } from './numbers.ts';

/**
 * How a built-in slot type reads words: `numeric` types take nothing but a number and deliver its digits,
 * `words` types take any words as they are said (Alexa Skills Kit documentation, slot-type-reference).
 */
export type BuiltInSlotType =
  | { readonly kind: 'numeric'; readonly read: (words: readonly string[]) => string | undefined }
  | { readonly kind: 'words' };

const words: BuiltInSlotType = { kind: 'words' };
const numeric = (accepts: (digits: string) => boolean): BuiltInSlotType => ({
  kind: 'numeric',
  read: (said) => {
    const digits = digitsOf(said.map((word) => word.replace(/^\+(?=\d)/, '')));
    return digits !== undefined && accepts(digits) ? digits : undefined;
  },
});

export const builtInSlotTypes: Readonly<Record<string, BuiltInSlotType>> = {
  'AMAZON.NUMBER': numeric(() => true),
  'AMAZON.FOUR_DIGIT_NUMBER': numeric((digits) => digits.length === 4),
  'AMAZON.PhoneNumber': numeric((digits) => digits.length >= 3 && digits.length <= 15),
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
