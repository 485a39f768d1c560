import { defaultPlan } from '../../../sma-handler/routing/default-destination.ts';
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
