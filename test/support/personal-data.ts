import type { CallContext } from '../../shared/domain/call-context.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import { callContextOf, contextCreatedAt } from './call-context-builder.ts';
import { viewsOf } from './readings.ts';

/** Everything about one caller that must never leave the store: long and rare enough that no id and no timestamp has it by chance. */
export const personalData = {
  callerName: 'Wilhelmína Quackenbush',
  phoneNumber: '+12065550147',
  accountId: 'QX-7740019382',
  words: 'my late husband left me his account',
  postalCode: '98109-4307',
  street: '1600 Larkspur Terrace',
  attribute: 'oncology-patient',
  accessToken: 'Atza-PersonalAccessToken-5Rk2vN',
  joinToken: 'JoinTokenOfTheCaller-8Hq1Zw',
  digits: '739164',
} as const;
export type PersonalDatum = keyof typeof personalData;

/** A context that is full of it. */
export function personalContext(changes: Partial<CallContext> & Pick<CallContext, 'id'>): CallContext {
  const { callerName, phoneNumber, accountId, words, postalCode, attribute } = personalData;
  return callContextOf({
    callerName,
    phoneNumber: phoneNumber as E164,
    accountId,
    reason: { id: 'billing', words },
    location: {
      source: 'deviceAddress',
      observedAt: contextCreatedAt,
      coordinates: { latitude: 47.620_548_31, longitude: -122.349_286_57 },
      countryCode: 'US',
      stateOrRegion: 'WA',
      postalCode,
    },
    attributes: { condition: attribute },
    ...changes,
  });
}

/** What tells one of them, in a text without case and accents. Any one of a datum's marks is a leak. */
const marks: Readonly<Record<string, readonly RegExp[]>> = {
  callerName: [/quackenbush/, /wilhelm.{0,6}na/],
  // With and without the country's code, and however its digits are set apart.
  phoneNumber: [/206[\s().-]{0,3}555[\s().-]{0,3}0147/, /(?<!\d)555[\s.-]?0147(?!\d)/],
  accountId: [/7740019382/],
  words: [/late husband/, /left me his/],
  postalCode: [/98109[\s-]?4307/, /(?<![\da-z])98109(?![\da-z])/],
  street: [/larkspur/],
  coordinates: [/47\.6205/, /122\.3492/],
  attribute: [/oncology/],
  accessToken: [/personalaccesstoken/],
  joinToken: [/jointokenofthecaller/],
  digits: [/(?<![\da-f])739164(?![\da-f])/],
};

/**
 * Which personal data an output holds, and in what form: "phoneNumber (hex)". Looks at it as it stands and as it reads when JSON escapes,
 * percent-encoding, hex (as User-to-User has it) or base64 are undone, and at what these hold in turn.
 */
export function leaks(output: string): string[] {
  const found = new Map<string, string>();
  for (const { form, text } of viewsOf(output)) {
    const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
    for (const [datum, patterns] of Object.entries(marks)) {
      if (!found.has(datum) && patterns.some((pattern) => pattern.test(plain))) found.set(datum, `${datum} (${form})`);
    }
  }
  return [...found.values()];
}
