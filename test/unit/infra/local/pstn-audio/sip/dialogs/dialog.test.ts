import { dialogAsCallee, dialogAsCaller } from '../../../../../../../infra/local/pstn-audio/sip/dialogs/dialog.ts';
import { headerValue, headerValues } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import {
  noBody,
  type SipRequest,
  type SipResponse,
} from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';

function invite(headers: Readonly<Record<string, string>> = {}): SipRequest {
  const all = {
    From: '"Alice" <sip:alice@a.example.com>;tag=a',
    To: '<sip:bob@b.example.com>',
    'Call-ID': 'call',
    CSeq: '5 INVITE',
    Contact: '<sip:alice@127.0.0.1:5070>',
    ...headers,
  };
  return {
    kind: 'request',
    method: 'INVITE',
    uri: 'sip:bob@b.example.com',
    headers: Object.entries(all).map(([name, value]) => ({ name, value })),
    body: noBody,
  };
}

function ok(headers: Readonly<Record<string, string>>): SipResponse {
  const all = { To: '<sip:bob@b.example.com>;tag=b', Contact: '<sip:bob@127.0.0.1:5080>', ...headers };
  return {
    kind: 'response',
    status: 200,
    reason: 'OK',
    headers: Object.entries(all).map(([name, value]) => ({ name, value })),
    body: noBody,
  };
}

const fallback = { host: '127.0.0.1', port: 9999 };
const local = '<sip:bob@b.example.com>;tag=b';

describe('a dialog', () => {
  it('addresses the callee as its response asked, through the route set in reverse', () => {
    const dialog = dialogAsCaller(invite(), ok({ 'Record-Route': '<sip:127.0.0.1:7002;lr>, <sip:127.0.0.1:7001;lr>' }));

    const bye = dialog.request('BYE', 'SIP/2.0/UDP x', dialog.nextSequence());

    expect(bye.uri).toBe('sip:bob@127.0.0.1:5080');
    expect(headerValues(bye, 'Route')).toEqual(['<sip:127.0.0.1:7001;lr>', '<sip:127.0.0.1:7002;lr>']);
    expect(headerValue(bye, 'From')).toBe('"Alice" <sip:alice@a.example.com>;tag=a');
    expect(headerValue(bye, 'To')).toBe('<sip:bob@b.example.com>;tag=b');
    expect(headerValue(bye, 'CSeq')).toBe('6 BYE');
    expect(dialog.nextHop(fallback)).toEqual({ host: '127.0.0.1', port: 7001 });
  });

  it('addresses the caller as its INVITE asked, through the route set in order', () => {
    const dialog = dialogAsCallee(
      invite({ 'Record-Route': '<sip:127.0.0.1:7001;lr>, <sip:127.0.0.1:7002;lr>' }),
      'b',
      local,
    );

    const bye = dialog.request('BYE', 'SIP/2.0/UDP x', dialog.nextSequence());

    expect(bye.uri).toBe('sip:alice@127.0.0.1:5070');
    expect(headerValues(bye, 'Route')).toEqual(['<sip:127.0.0.1:7001;lr>', '<sip:127.0.0.1:7002;lr>']);
    expect(headerValue(bye, 'From')).toBe(local);
    expect(headerValue(bye, 'CSeq')).toBe('1 BYE');
  });

  it('puts a strict router into the Request-URI (RFC 3261 §12.2.1.1)', () => {
    const dialog = dialogAsCallee(
      invite({ 'Record-Route': '<sip:127.0.0.1:7001>, <sip:127.0.0.1:7002;lr>' }),
      'b',
      local,
    );

    const bye = dialog.request('BYE', 'SIP/2.0/UDP x', 1);

    expect(bye.uri).toBe('sip:127.0.0.1:7001');
    expect(headerValues(bye, 'Route')).toEqual(['<sip:127.0.0.1:7002;lr>', '<sip:alice@127.0.0.1:5070>']);
  });

  it('goes back to where its first message came from when the target is a name, and to 5060 without a port', () => {
    expect(
      dialogAsCallee(invite({ Contact: '<sip:alice@phone.example.com:5070>' }), 'b', local).nextHop(fallback),
    ).toEqual(fallback);
    expect(dialogAsCallee(invite({ Contact: '<sip:alice@127.0.0.2>' }), 'b', local).nextHop(fallback)).toEqual({
      host: '127.0.0.2',
      port: 5060,
    });
    expect(dialogAsCallee(invite({ Contact: '<tel:+12065550100>' }), 'b', local).nextHop(fallback)).toEqual(fallback);
  });

  it('refuses requests out of order', () => {
    const dialog = dialogAsCallee(invite(), 'b', local);

    expect(dialog.acceptSequence(invite({ CSeq: '7 INVITE' }))).toBe(true);
    expect(dialog.acceptSequence(invite({ CSeq: '6 INVITE' }))).toBe(false);
  });
});
