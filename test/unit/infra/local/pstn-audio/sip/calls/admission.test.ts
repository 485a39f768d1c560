import { SipRawPeer, rawRequest, type RawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { aliceAndBob, type Story } from '../../../../../../support/sip-stories.ts';
import { headerValue, tagOf } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';

let story: Story;
let carol: SipRawPeer;

beforeEach(async () => {
  story = await aliceAndBob();
  carol = new SipRawPeer(story.network.join('carol'), story.bob.address);
});

async function ask(request: RawRequest | string[]): Promise<void> {
  carol.send(Array.isArray(request) ? request : rawRequest(carol.address, request));
  await story.timers.advanceBy(20);
}

describe('requests outside a call', () => {
  it.each<{ case: string; request: RawRequest; status: number; header?: [string, string] }>([
    {
      case: 'OPTIONS',
      request: { method: 'OPTIONS' },
      status: 200,
      header: ['Allow', 'INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE'],
    },
    { case: 'OPTIONS on its last hop', request: { method: 'OPTIONS', replace: { 'Max-Forwards': '0' } }, status: 200 },
    {
      case: 'a method that is known but not offered',
      request: { method: 'REGISTER' },
      status: 405,
      header: ['Allow', 'INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE'],
    },
    {
      case: 'a method that nobody knows',
      request: { method: "!interesting-Method0123456789_*+`.%indeed'~" },
      status: 501,
    },
    { case: 'a method in lower case', request: { method: 'invite' }, status: 501 },
    { case: 'BYE for no call', request: { method: 'BYE' }, status: 481 },
    { case: 'BYE for a call that is gone', request: { method: 'BYE', toTag: 'gone' }, status: 481 },
    { case: 'INVITE for a call that is gone', request: { toTag: 'gone' }, status: 481 },
    { case: 'PRACK for no call', request: { method: 'PRACK' }, status: 481 },
    { case: 'UPDATE for no call', request: { method: 'UPDATE', toTag: 'gone' }, status: 481 },
    {
      case: 'a caller that takes no SDP',
      request: { headers: ['Accept: text/plain, text/html;level=1'] },
      status: 406,
    },
    {
      case: 'a session that is to last less than 90 s',
      request: { headers: ['k: timer', 'x: 89;refresher=uac'] },
      status: 422,
      header: ['Min-SE', '90'],
    },
    { case: 'CANCEL of nothing', request: { method: 'CANCEL' }, status: 481 },
    { case: 'INVITE on its last hop', request: { replace: { 'Max-Forwards': '0' } }, status: 483 },
    {
      case: 'an extension that is required',
      request: { headers: ['Require: nothingSupportsThis', 'Require: 100rel'] },
      status: 420,
      header: ['Unsupported', 'nothingSupportsThis'],
    },
    {
      case: 'a scheme that is not for calls',
      request: { uri: 'nobodyKnowsThisScheme:totallyopaquecontent' },
      status: 416,
    },
    {
      case: 'a body that is no SDP',
      request: { body: 'x', replace: { 'Content-Type': 'application/unknownformat' } },
      status: 415,
      header: ['Accept', 'application/sdp'],
    },
    {
      case: 'a body in an encoding',
      request: { body: 'x', headers: ['Content-Encoding: gzip'] },
      status: 415,
      header: ['Accept-Encoding', 'identity'],
    },
  ])('answers $case with $status', async ({ request, status, header }) => {
    await ask(request);

    expect(carol.statuses).toEqual([status]);
    if (header !== undefined) expect(headerValue(carol.received[0]!, header[0])).toBe(header[1]);
    expect(headerValue(carol.received[0]!, 'To')).toContain(';tag=');
    expect(story.bobsCalls).toEqual([]);
  });

  it('takes a tel URI and an INVITE without Contact or Max-Forwards', async () => {
    await ask({ uri: 'tel:+12065550100', replace: { Contact: null, 'Max-Forwards': null } });

    expect(carol.statuses).toEqual([100]);
    expect(story.bobsCalls).toHaveLength(1);
  });

  it.each(['application/sdp', 'application/*;q=0.2, text/plain', '*/*'])(
    'rings for a caller that takes %s',
    async (types) => {
      await ask({ headers: [`Accept: ${types}`] });

      expect(story.bobsCalls).toHaveLength(1);
    },
  );

  it('leaves a short session alone where the caller knows no session timers', async () => {
    await ask({ headers: ['Session-Expires: 30'] });

    expect(carol.statuses).toEqual([100]);
  });

  it('repeats its answer to a repeated request and rings once for a repeated INVITE', async () => {
    await ask({});
    story.ringing().ring();
    await story.timers.advanceBy(20);
    await ask({});
    await ask({ method: 'OPTIONS', branch: 'z9hG4bK-2', cseq: '2' });
    await ask({ method: 'OPTIONS', branch: 'z9hG4bK-2', cseq: '2' });

    expect(carol.statuses).toEqual([100, 180, 180, 200, 200]);
    expect(story.bobsCalls).toHaveLength(1);
  });

  it('tells of OPTIONS outside any call, once each and after the answer, and of how a call came', async () => {
    const asked: unknown[] = [];
    story.bob.onOptions = (request, source) => void asked.push([request.uri, source, story.network.log.at(-1)]);
    await ask({ method: 'OPTIONS' });
    await ask({ method: 'OPTIONS' });
    await ask({ branch: 'z9hG4bK-2' });

    expect(asked).toEqual([['sip:bob@127.0.0.1', carol.address, 'bob → carol 200 OPTIONS']]);
    expect(story.ringing()).toMatchObject({ protocol: 'UDP', source: carol.address });
  });

  it('refuses a copy of a request that came by another way (§8.2.2.2)', async () => {
    await ask({});
    await ask({ branch: 'z9hG4bK-other-way' });

    expect(carol.statuses).toEqual([100, 482]);
  });

  it('answers to the port the packets came from when asked with rport', async () => {
    await ask({ method: 'OPTIONS', replace: { Via: 'SIP/2.0/UDP carol.example.com:9;rport;branch=z9hG4bK-3' } });

    expect(headerValue(carol.received[0]!, 'Via')).toBe(
      `SIP/2.0/UDP carol.example.com:9;rport=${carol.address.port};branch=z9hG4bK-3;received=127.0.0.1`,
    );
  });
});

describe('malformed messages', () => {
  const sdpFields = { 'Content-Type': 'application/sdp' };
  it.each<{ case: string; change?: RawRequest; edit?: (lines: string[]) => string[]; status: number | undefined }>([
    {
      case: 'extra separators in Via',
      change: { replace: { Via: 'SIP/2.0/UDP 192.0.2.15;;,;,,' } },
      status: 400,
    },
    {
      case: 'Content-Length beyond the datagram',
      change: { replace: { ...sdpFields, 'Content-Length': '9999' } },
      status: 400,
    },
    { case: 'negative Content-Length', change: { replace: { 'Content-Length': '-999' } }, status: 400 },
    { case: 'two Content-Lengths', change: { headers: ['l: 0'] }, status: 400 },
    { case: 'overlarge CSeq', change: { cseq: '36893488147419103232' }, status: 400 },
    { case: 'overlarge Max-Forwards', change: { replace: { 'Max-Forwards': '300' } }, status: 400 },
    {
      case: 'unterminated quoted string in To',
      change: { replace: { To: '"Mr. J. User <sip:j.user@example.com>' } },
      status: 400,
    },
    { case: 'brackets around the Request-URI', change: { uri: '<sip:user@example.com>' }, status: 400 },
    { case: 'white space in the Request-URI', change: { uri: 'sip:user@example.com; lr' }, status: 400 },
    {
      case: 'two spaces in the request line',
      edit: ([first = '', ...rest]) => [first.replace(' ', '  '), ...rest],
      status: 400,
    },
    { case: 'a space after the request line', edit: ([first = '', ...rest]) => [`${first} `, ...rest], status: 400 },
    {
      case: 'headers in the Request-URI',
      change: { uri: 'sip:user@example.com?Route=%3Csip:example.com%3E' },
      status: 400,
    },
    {
      case: 'spaces inside the brackets of To',
      change: { replace: { To: '"Watson, Thomas" < sip:t.watson@example.org >' } },
      status: 400,
    },
    {
      case: 'a display name that is no token',
      change: { replace: { From: 'Bell, Alexander <sip:a.g.bell@example.com>;tag=43' } },
      status: 400,
    },
    {
      case: 'an unknown version',
      edit: ([first = '', ...rest]) => [first.replace('SIP/2.0', 'SIP/7.0'), ...rest],
      status: 505,
    },
    { case: 'a CSeq of another method', change: { replace: { CSeq: '8 OPTIONS' } }, status: 400 },
    { case: 'a missing Call-ID', change: { replace: { 'Call-ID': null } }, status: 400 },
    { case: 'a missing From', change: { replace: { From: null } }, status: 400 },
    { case: 'two To headers', change: { headers: ['t: <sip:other@example.com>'] }, status: 400 },
    { case: 'a header line without a colon', change: { headers: ['nonsense'] }, status: 400 },
    { case: 'no empty line at the end', edit: (lines) => lines.slice(0, -2), status: 400 },
    { case: 'no Via', change: { replace: { Via: null } }, status: undefined },
    { case: 'an ACK that is malformed', change: { method: 'ACK', replace: { From: null } }, status: undefined },
    {
      case: 'text of another protocol',
      edit: () => ['GET / HTTP/1.1', 'Host: example.com', '', ''],
      status: undefined,
    },
    { case: 'nothing at all', edit: () => [''], status: undefined },
    { case: 'empty lines, kept alive', edit: () => ['', '', ''], status: undefined },
    {
      case: 'a response with an impossible status',
      edit: (lines) => ['SIP/2.0 4294967301 better not break the receiver', ...lines.slice(1)],
      status: undefined,
    },
    { case: 'a response to nothing', edit: (lines) => ['SIP/2.0 200 OK', ...lines.slice(1)], status: undefined },
  ])('are answered or dropped: $case', async ({ change = {}, edit = (lines) => lines, status }) => {
    await ask(edit(rawRequest(carol.address, change)));

    expect(carol.statuses).toEqual(status === undefined ? [] : [status]);
    expect(story.bobsCalls).toEqual([]);
  });
});

describe('a CANCEL', () => {
  it('is answered with the tag of the call that it cancels, so that the caller sees one dialog and not two', async () => {
    await ask({});
    story.ringing().ring();
    await ask({ method: 'CANCEL', replace: { Contact: null } });

    const tags = carol.received.flatMap((message) =>
      message.kind === 'response' && message.status > 100 ? [tagOf(message, 'To')] : [],
    );
    expect(carol.statuses).toEqual([100, 180, 200, 487]);
    expect(new Set(tags).size).toBe(1);
  });
});
