import { hmacCallContextIds } from '../../shared/adapters/hmac/hmac-call-context-ids.ts';
import type { CallContext } from '../../shared/domain/call-context.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import { epochMs } from '../../shared/domain/time.ts';
import type { CallContextIds } from '../../shared/ports/call-context-ids.ts';
import { idsFake } from './ids-fake.ts';

/** When contexts of tests are made, and how long they live. */
export const contextCreatedAt = epochMs(Date.parse('2026-11-18T15:00:00Z'));
export const contextExpiresAt = epochMs(contextCreatedAt + 60 * 60 * 1000);

/** Ids that count, signed with a key that everybody may know. */
export function testCallContextIds(): CallContextIds {
  return hmacCallContextIds({
    keys: { current: 'a', keys: new Map([['a', new Uint8Array(32)]]) },
    region: 'us-east-1',
    ids: idsFake(),
  });
}

/** A context with everything in it, unless the test says otherwise. */
export function callContextOf(changes: Partial<CallContext> & Pick<CallContext, 'id'>): CallContext {
  return {
    ingress: 'alexa-skill-call',
    reason: { id: 'billing', words: 'a charge that I do not know' },
    callerName: 'Ana Maria López',
    phoneNumber: '+12065550100' as E164,
    accountId: 'acct-7',
    location: {
      source: 'deviceAddress',
      observedAt: contextCreatedAt,
      coordinates: { latitude: 47.6205, longitude: -122.3493 },
      countryCode: 'US',
      stateOrRegion: 'WA',
      postalCode: '98109',
    },
    locale: 'en-US',
    attributes: { tier: 'gold' },
    createdAt: contextCreatedAt,
    expiresAt: contextExpiresAt,
    ...changes,
  };
}
