import { defaultPlan, defaultRoute } from '../../../sma-handler/routing/default-destination.ts';
import { ownedNumber } from '../../support/attempts.ts';

describe('the default destination', () => {
  it('is a telephone number', () => {
    expect(defaultPlan('pstn:+12065550150', ownedNumber)).toMatchObject({
      callerId: ownedNumber,
      attempts: [{ kind: 'phone', number: '+12065550150' }],
    });
  });

  it('is a user behind a Voice Connector', () => {
    expect(
      defaultPlan('voice-connector:arn:aws:chime:us-east-1:111122223333:vc/abc#support', ownedNumber),
    ).toMatchObject({
      attempts: [
        { kind: 'contactCenter', voiceConnectorArn: 'arn:aws:chime:us-east-1:111122223333:vc/abc', user: 'support' },
      ],
    });
  });

  it.each([
    '',
    '+12065550150',
    'pstn:555',
    'voice-connector:arn:aws:chime',
    'voice-connector:#support',
    'mailto:a@b.c',
  ])('is refused when the function starts, not when a caller needs it: %j', (text) => {
    expect(() => defaultPlan(text, ownedNumber)).toThrow(expect.objectContaining({ code: 'environment-invalid' }));
  });
});

describe('the route to the default destination', () => {
  const plan = defaultPlan('pstn:+12065550150', ownedNumber);

  it('says how the call came in', () => {
    expect(defaultRoute({ kind: 'inbound' }, plan)).toEqual({ plan, entry: 'phone' });
    expect(defaultRoute({ kind: 'callback', contextId: 'unchecked' }, plan)).toEqual({ plan, entry: 'callback' });
  });

  it.each(['chosen', 'again'] as const)('keeps what is known of the call: %s', (kind) => {
    const known = { contextId: 'id', tableVersion: 3, locale: 'fr-CA', reasonId: 'billing' };
    const facts = { entry: 'callback', ruleId: 'visit', callerId: ownedNumber, ...known } as const;

    expect(defaultRoute({ kind, facts }, plan)).toEqual({ plan, entry: 'callback', ...known });
  });
});
