import { summarizeSip } from '../../../../../../infra/local/pstn-audio/standalone/watching/sip-summary.ts';

const message = (first: string, ...headers: string[]): string => `${[first, ...headers].join('\r\n')}\r\n\r\nv=0\r\n`;

describe('what a ladder reads of a SIP message', () => {
  it('is who calls whom', () => {
    const invite = message(
      'INVITE sip:+16073331111@127.0.0.1 SIP/2.0',
      'From: "Bob" <sip:+12065550123@x.test>;tag=1',
      't: <sip:+16073331111@127.0.0.1>',
      'i: abc@x',
      'CSeq: 1 INVITE',
    );

    expect(summarizeSip(invite)).toEqual({
      kind: 'request',
      method: 'INVITE',
      isFirst: true,
      callId: 'abc@x',
      to: '+16073331111',
      from: '+12065550123',
      fromTag: '1',
    });
  });

  it('is whether the request is in a dialog', () => {
    const bye = message('BYE sip:a SIP/2.0', 'To: <sip:b@c>;tag=9', 'From: <sip:a@c>;tag=8', 'Call-ID: x');

    expect(summarizeSip(bye)).toMatchObject({ method: 'BYE', isFirst: false, callId: 'x' });
  });

  it('is what is answered to which request', () => {
    const busy = message('SIP/2.0 486 Busy Here', 'CALL-ID: x', 'CSeq: 7 INVITE');

    expect(summarizeSip(busy)).toEqual({
      kind: 'response',
      status: 486,
      reason: 'Busy Here',
      method: 'INVITE',
      callId: 'x',
      to: '',
      from: '',
      fromTag: '',
    });
  });

  it.each([
    { text: '' },
    { text: '\r\n\r\n' },
    { text: 'hello' },
    { text: 'INVITE sip:a SIP/2.0\r\n\r\nCall-ID: in the body' },
  ])('is nothing when it is none: "$text"', ({ text }) => {
    expect(summarizeSip(text)).toBeUndefined();
  });
});
