import { planCall } from '../../../../../../infra/local/cloud/callers/caller-facts.ts';
import type { E164 } from '../../../../../../shared/domain/phone-number.ts';
import type { PlaceCallRequest } from '../../../../../../shared/contracts/local-cloud-api.ts';

const context = {
  locale: 'en-US',
  reasons: [
    { id: 'billing', name: 'a bill or a charge', words: ['a bill or a charge', 'my bill'] },
    { id: 'branch-visit', name: 'a visit to a branch', words: ['a visit to a branch'] },
  ],
  reasonsWithPlace: ['branch-visit'],
};
const number = '+12065550177' as E164;

describe('what a real call brings along of a made-up caller', () => {
  it('is what the skill can learn from Alexa, in words that she takes', () => {
    const plan = planCall(
      { caller: { reason: 'billing', phoneNumber: number, postalCode: '98402', country: 'US' }, words: 'My bill' },
      context,
    );

    expect(plan).toMatchObject({
      kind: 'alexa',
      reason: 'My bill',
      phoneNumber: number,
      place: { postalCode: '98402', countryCode: 'US' },
      notCarried: [],
    });
  });

  it.each<{
    readonly case: string;
    readonly request: PlaceCallRequest;
    readonly plan: object;
    readonly missing: string;
  }>([
    {
      case: 'words that mean something else to Alexa',
      request: { caller: { reason: 'billing', phoneNumber: number }, words: 'the weather' },
      plan: { kind: 'alexa', reason: 'a bill or a charge', place: 'nowhere' },
      missing: 'The words',
    },
    {
      case: 'another language',
      request: { caller: { reason: 'billing', phoneNumber: number, locale: 'fr-CA' } },
      plan: { kind: 'alexa' },
      missing: 'The language: Alexa speaks en-US here, not fr-CA.',
    },
    {
      case: 'attributes',
      request: { caller: { reason: 'billing', phoneNumber: number, attributes: { tier: 'gold', age: '40' } } },
      plan: { kind: 'alexa' },
      missing: 'The attributes tier, age',
    },
    {
      case: 'no place, for a reason that needs one',
      request: { caller: { reason: 'branch-visit', phoneNumber: number } },
      plan: { kind: 'alexa' },
      missing: 'No place was given',
    },
    {
      case: 'a state beside coordinates',
      request: { caller: { reason: 'billing', phoneNumber: number, state: 'WA', coordinates: [47.6, -122.3] } },
      plan: { kind: 'alexa', point: { latitude: 47.6, longitude: -122.3 } },
      missing: 'Country and state',
    },
    {
      case: 'coordinates beside a postal code',
      request: {
        caller: { reason: 'billing', phoneNumber: number, postalCode: '98402', coordinates: [47.6, -122.3] },
      },
      plan: { kind: 'alexa', place: { postalCode: '98402' } },
      missing: 'The coordinates',
    },
    {
      case: 'a reason, by telephone',
      request: { caller: { ingress: 'phone', reason: 'billing', phoneNumber: number } },
      plan: { kind: 'phone', phoneNumber: number },
      missing: 'The reason',
    },
    {
      case: 'a way in that nobody places calls by here',
      request: { caller: { ingress: 'callback' } },
      plan: { kind: 'phone' },
      missing: 'The way in: the local cloud does not place calls by callback',
    },
  ])('is not $case', ({ request, plan, missing }) => {
    const planned = planCall(request, context);

    expect(planned).toMatchObject(plan);
    const { notCarried } = planned as { notCarried: readonly string[] };
    expect(notCarried).toHaveLength(1);
    expect(notCarried[0]).toContain(missing);
  });

  it('is nothing when Alexa has no words for the reason', () => {
    const plan = planCall({ caller: { reason: 'astrology' } }, context);

    expect(plan).toMatchObject({ kind: 'refused' });
  });
});
