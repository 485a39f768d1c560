import { e164Of } from '../../contracts/phone-number.ts';
import type { LinkedProfile } from '../../ports/linked-profiles.ts';

/** As long as a call context takes. */
const maximumLengths = { name: 200, accountId: 64 } as const;

/**
 * Reads the claims of a UserInfo answer (OpenID Connect Core 1.0 §5.1, standard claims). What cannot be used is left out.
 * @param accountClaim the name of the claim that holds the account's number, where the provider has one.
 */
export function linkedProfileOfClaims(claims: Readonly<Record<string, unknown>>, accountClaim?: string): LinkedProfile {
  const claim = (name: string): unknown => (Object.hasOwn(claims, name) ? claims[name] : undefined);
  const name = textOf(claim('name'), maximumLengths.name);
  // A number that its owner has not proved to be theirs must not be rung.
  const number = claim('phone_number_verified') === false ? undefined : claim('phone_number');
  const phoneNumber = typeof number === 'string' ? e164Of({ phoneNumber: number }) : undefined;
  const accountId = accountClaim === undefined ? undefined : accountIdOf(claim(accountClaim));
  return {
    ...(name === undefined ? {} : { name }),
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
    ...(accountId === undefined ? {} : { accountId }),
  };
}

/** Some providers give it as a number; one that JSON's numbers cannot hold exactly would be somebody else's. */
function accountIdOf(value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? String(value) : value;
  return textOf(text, maximumLengths.accountId);
}

function textOf(value: unknown, maximumLength: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text === '' || text.length > maximumLength ? undefined : text;
}
