import { coordinatesOfPostalCode } from '../../shared/adapters/postal-codes/coordinates-of-postal-code.ts';
import type { CallerLocation } from '../../shared/domain/location.ts';
import type { EpochMs } from '../../shared/domain/time.ts';
import { spokenDigits } from '../spoken-digits.ts';

const countries: Readonly<Record<string, 'US' | 'CA'>> = { 'en-US': 'US', 'es-US': 'US', 'en-CA': 'CA', 'fr-CA': 'CA' };

/** Longer than any postal code is when it is spelt out. */
const maximumLength = 100;

/**
 * The place that a caller names by a ZIP code (five digits, or nine) or, in Canada's locales, by a postal code ("M5V 3L9") or its
 * first half, the forward sortation area; with or without blanks, spelt or written. Coordinates are known for ZIP codes only.
 * @returns `undefined` for anything else, and for other locales.
 */
export function locationOfPostalCode(
  text: string,
  locale: string | undefined,
  at: EpochMs,
): CallerLocation | undefined {
  const read = readPostalCode(text, locale);
  if (read === undefined) return undefined;
  const { countryCode, postalCode } = read;
  const coordinates = coordinatesOfPostalCode(countryCode, postalCode);
  return {
    source: 'postalCode',
    observedAt: at,
    countryCode,
    postalCode,
    ...(coordinates === undefined ? {} : { coordinates }),
  };
}

/** What is said as it is written: "98109", "M5V 3L9", "M5V". `undefined` for anything else, and for other locales. */
function readPostalCode(
  text: string,
  locale: string | undefined,
): { readonly countryCode: 'US' | 'CA'; readonly postalCode: string } | undefined {
  const countryCode = Object.hasOwn(countries, locale ?? '') ? countries[locale ?? ''] : undefined;
  if (countryCode === undefined || text.length > maximumLength) return undefined;
  const postalCode = countryCode === 'US' ? zipCode(joined(text)) : canadianCode(joined(text));
  return postalCode === undefined ? undefined : { countryCode, postalCode };
}

/** Without blanks, full stops and the like; in capitals. */
function joined(text: string): string {
  const parts = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return parts
    .map((part) => (Object.hasOwn(spokenDigits, part) ? spokenDigits[part] : part))
    .join('')
    .toUpperCase();
}

function zipCode(text: string): string | undefined {
  return /^(\d{5})(?:\d{4})?$/.exec(text)?.[1];
}

/** Letters that look like others are not used, nor W and Z in front (Canada Post, addressing guidelines). */
function canadianCode(text: string): string | undefined {
  const [, area, unit] = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(\d[ABCEGHJ-NPRSTV-Z]\d)?$/.exec(text) ?? [];
  return unit === undefined ? area : `${area} ${unit}`;
}
