import {
  maskDigits,
  maskNumbers,
  maskUser,
  printable,
} from '../../../../../../infra/local/pstn-audio/standalone/watching/privacy.ts';

describe('what of a call may be seen', () => {
  it.each([
    { text: 'from +12065550123 to +4930123456.', masked: 'from …0123 to …3456.' },
    { text: '{"From":"12065550123"}', masked: '{"From":"…0123"}' },
    { text: 'call 2065550123 back', masked: 'call …0123 back' },
    { text: 'sip:+12065550123@127.0.0.1:5060', masked: 'sip:…0123@127.0.0.1:5060' },
    { text: 'call 2065550123.', masked: 'call …0123.' },
    { text: 'tel:2065550123', masked: 'tel:…0123' },
    { text: 'To=%2B12065550123', masked: 'To=…0123' },
    { text: 'at +1 206-555-0123 now', masked: 'at …0123 now' },
    { text: 'from 442071234567 today', masked: 'from …4567 today' },
    {
      text: 'arn:aws:lambda:us-east-1:111122223333:function:a',
      masked: 'arn:aws:lambda:us-east-1:111122223333:function:a',
    },
    { text: '2026-11-21T07:06:51.310Z', masked: '2026-11-21T07:06:51.310Z' },
    { text: '"AwsAccountId":"111122223333"', masked: '"AwsAccountId":"111122223333"' },
    { text: 'b3cffa63-a35e-44d5-962b-1234567890ab', masked: 'b3cffa63-a35e-44d5-962b-1234567890ab' },
    { text: 'after 20000 ms', masked: 'after 20000 ms' },
  ])('in "$text"', ({ text, masked }) => {
    expect(maskNumbers(text, 'masked')).toBe(masked);
    expect(maskNumbers(text, 'full')).toBe(text);
  });

  it.each([
    { text: 'pin 4711 of +12065550123', masked: 'pin … of …0123' },
    { text: 'card 4111111111111111, 3 tries in 250 ms', masked: 'card …, 3 tries in 250 ms' },
    { text: '{"ReceivedDigits":"12","Key":1}', masked: '{"ReceivedDigits":…,"Key":1}' },
    { text: "Text: 'your pin', Engine: 'neural'", masked: "Text: …, Engine: 'neural'" },
    { text: '{\\"Text\\":\\"hello you\\",\\"a\\":1}', masked: '{\\"Text\\":…,\\"a\\":1}' },
    { text: 'call 2065550123', masked: 'call …0123' },
  ])('in what a function logs: "$text"', ({ text, masked }) => {
    expect(maskDigits(text, 'masked')).toBe(masked);
    expect(maskDigits(text, 'full')).toBe(text);
  });

  it.each([
    { user: '+12065550123', masked: '…0123' },
    { user: '5550123', masked: '…0123' },
    { user: 'support', masked: 'support' },
    { user: 'anonymous', masked: 'anonymous' },
    { user: '911', masked: '911' },
  ])('of the user $user', ({ user, masked }) => {
    expect(maskUser(user, 'masked')).toBe(masked);
    expect(maskUser(user, 'full')).toBe(user);
  });

  it.each([
    { user: '+12065550123:secret', masked: '…0123', full: '+12065550123' },
    { user: '%2B12065550123', masked: '…0123', full: '+12065550123' },
    { user: '1-206-555-0123', masked: '…0123', full: '1-206-555-0123' },
    { user: 'bob:secret', masked: 'bob', full: 'bob' },
  ])('of the user $user, never its password', ({ user, masked, full }) => {
    expect([maskUser(user, 'masked'), maskUser(user, 'full')]).toEqual([masked, full]);
  });

  it('moves no cursor and rings no bell', () => {
    expect(printable('a\u001B[2Jb\u0007c\r\nd\u009Be\u2028f ü')).toBe('a·[2Jb·c··d·e·f ü');
  });
});
