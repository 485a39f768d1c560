import * as z from 'zod';
import { tollFreePrefixes } from '../../objects/new-phone-number.ts';
import { done, refused } from '../api-error.ts';
import { areaCodeOf, fictionalNumbers } from '../fictional-numbers.ts';
import { badToken, readToken, writeToken } from '../page.ts';
import { country } from '../requests.ts';
import { operation } from './operation.ts';

const list = 'E164PhoneNumbers';
/** Where nobody says where. */
const defaultAreaCode = '206';

/**
 * Fictional numbers of the United States, always the same: 555-0100 to 555-0199 of the area code, of the state, or of the toll-free
 * prefix, but for those that the account has. A city alone finds what its state finds.
 */
export const searchAvailablePhoneNumbers = operation(
  'GET /search?type=phone-numbers',
  z.object({
    AreaCode: z
      .string()
      .regex(/^[2-9]\d{2}$/, 'must have three digits, the first not 0 or 1')
      .exactOptional(),
    City: z.string().exactOptional(),
    Country: country.default('US'),
    State: z.string().exactOptional(),
    TollFreePrefix: z.enum(tollFreePrefixes).exactOptional(),
    PhoneNumberType: z.enum(['Local', 'TollFree']).exactOptional(),
    MaxResults: z.coerce.number().int().min(1).max(500).default(100),
    NextToken: z.string().exactOptional(),
  }),
  ({ AreaCode, Country, State, TollFreePrefix, PhoneNumberType, MaxResults, NextToken }, { registry }) => {
    const tollFree = TollFreePrefix ?? (PhoneNumberType === 'TollFree' ? '800' : undefined);
    if (tollFree !== undefined && (AreaCode !== undefined || PhoneNumberType === 'Local'))
      return refused('BadRequestException', 'A number is either toll-free or local: leave out one of the two.');
    const code = tollFree ?? AreaCode ?? (State === undefined ? defaultAreaCode : areaCodeOf(State));
    if (code === undefined)
      return refused('BadRequestException', 'State: must be the two-letter code of a state of the United States.');
    const after = NextToken === undefined ? '' : readToken(list, NextToken);
    if (after === undefined) return refused('BadRequestException', badToken);
    const numbers = Country === 'US' ? fictionalNumbers(code) : [];
    const rest = numbers.filter((number) => number > after && !registry.phoneNumbers.has(number));
    const shown = rest.slice(0, MaxResults);
    const last = shown.at(-1);
    const more = rest.length > shown.length && last !== undefined;
    return done({ [list]: shown, ...(more ? { NextToken: writeToken(list, last) } : {}) });
  },
);
