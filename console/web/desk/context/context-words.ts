import type { CallContext, Ingress } from '../../../../shared/domain/call-context.ts';
import type { CallerLocation, LocationSource } from '../../../../shared/domain/location.ts';

/** How good the evidence for a place is, in words. */
export const sourceWords: Readonly<Record<LocationSource, string>> = {
  geolocation: 'where the device is',
  deviceAddress: 'the address of the device',
  postalCode: 'the postal code of the device',
  homeBranch: 'the branch of the account',
  areaCode: 'the area code of the number: a guess',
};

export const entrySentences: Readonly<Record<Ingress, string>> = {
  'alexa-skill-call': 'called by the Alexa skill',
  'alexa-smart-properties': 'called from a room with Alexa',
  callback: 'was called back',
  phone: 'dialled the number',
};

/** "98109, WA, US"; undefined where only coordinates are known, or nothing. */
export function placeWords({ postalCode, stateOrRegion, countryCode }: CallerLocation): string | undefined {
  const parts = [postalCode, stateOrRegion, countryCode].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** "English (United States)", in the reader's language; the tag itself where nobody knows it. */
export function localeWords(tag: string, reader?: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What an agent has to keep in mind. */
export function warningsOf({ ingress, expiresAt }: Pick<CallContext, 'ingress' | 'expiresAt'>, now: number): string[] {
  const warnings: string[] = [];
  if (ingress === 'phone')
    warnings.push(
      'Found by number: no proof of who is calling. Numbers can be forged and telephones lent: make sure who it is before you tell or do anything.',
    );
  if (expiresAt <= now) warnings.push('This has expired, and is only shown here: it cannot be opened again.');
  return warnings;
}
