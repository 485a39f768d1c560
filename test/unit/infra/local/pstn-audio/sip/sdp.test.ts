import {
  formatSdp,
  formatSdpAnswer,
  mirrorDirection,
  parseSdp,
  type AudioSession,
} from '../../../../../../infra/local/pstn-audio/sip/sdp.ts';

const session: AudioSession = {
  id: '42',
  version: '7',
  address: '127.0.0.1',
  port: 4000,
  payloads: [
    { type: 0, encoding: 'PCMU', clockRate: 8000 },
    { type: 101, encoding: 'telephone-event', clockRate: 8000, fmtp: '0-15' },
  ],
  ptime: 20,
  direction: 'sendonly',
};

describe('session descriptions', () => {
  it('are read back as they were written', () => {
    expect(parseSdp(formatSdp(session))).toEqual({ kind: 'session', session });
  });

  it('are read from an offer with video, addresses of each stream, line ends of either kind and static types', () => {
    const offer =
      'v=0\no=bare 123 4 IN IP4 10.0.0.1\ns=-\nc=IN IP4 10.0.0.1\nt=0 0\na=inactive\nm=video 6000 RTP/AVP 96\nc=IN IP4 10.0.0.3\na=sendonly\nm=audio 5000/1 RTP/AVP 8 97\nc=IN IP4 10.0.0.2\na=rtpmap:97 opus/48000/2\nm=audio 7000 RTP/AVP 0\na=ptime:30\n';

    expect(parseSdp(offer)).toEqual({
      kind: 'session',
      session: {
        id: '123',
        version: '4',
        address: '10.0.0.2',
        port: 5000,
        payloads: [
          { type: 8, encoding: 'PCMA', clockRate: 8000 },
          { type: 97, encoding: 'opus', clockRate: 48_000 },
        ],
        direction: 'inactive',
      },
    });
  });

  it.each([
    ['', 'v=0'],
    ['hello', 'v=0'],
    ['v=0\r\nc=IN IP4 1.2.3.4\r\nm=video 1 RTP/AVP 96', 'no audio'],
    ['v=0\r\nm=audio 1 RTP/AVP 0', 'connection'],
    ['v=0\r\nc=IN IP4 1.2.3.4\r\nm=audio 70000 RTP/AVP 0', 'm=audio'],
    ['v=0\r\nc=IN IP4 1.2.3.4\r\nm=audio 7000 RTP/AVP 128', 'm=audio'],
    ['v=0\r\nc=IN IP4 1.2.3.4\r\nm=audio 7000 RTP/AVP ', 'm=audio'],
    [`v=0\r\nc=IN IP4 1.2.3.4\r\nm=audio 7000 RTP/AVP${' 0'.repeat(129)}`, 'more than 128 formats'],
    ['v=0\r\nc=IN IP4 1.2.3.4x\r\nm=audio 7000 RTP/AVP 0', 'connection'],
  ])('that are none are called malformed: %j', (text, problem) => {
    expect(parseSdp(text)).toMatchObject({ kind: 'malformed', problem: expect.stringContaining(problem) });
  });

  it('are read with every payload type there is, the first of several explanations, among lines that say nothing', () => {
    const types = Array.from({ length: 128 }, (_, type) => type);
    const explained =
      'a=rtpmap:97 opus/48000/2\r\na=rtpmap:97 PCMU/8000\r\na=fmtp:97 stereo=1\r\na=ptime:30\r\na=recvonly';

    const read = parseSdp(
      `v=0\r\nc=IN IP4 1.2.3.4\r\nm=audio 7000 RTP/AVP ${types.join(' ')}\r\n${'a=x\r\n'.repeat(10_000)}${explained}`,
    );

    expect(read).toMatchObject({ session: { ptime: 30, direction: 'recvonly' } });
    expect(read.kind === 'session' && read.session.payloads[97]).toEqual({
      type: 97,
      encoding: 'opus',
      clockRate: 48_000,
      fmtp: 'stereo=1',
    });
  });

  it('answer each stream of an offer in its place and refuse all but the first audio', () => {
    const offer = 'v=0\r\nm=video 6000 RTP/AVP 96 97\r\nm=audio 5000 RTP/AVP 0\r\nm=audio 5002 RTP/AVP 0\r\n';

    const media = formatSdpAnswer(offer, session)
      .split('\r\n')
      .filter((line) => line.startsWith('m='));

    expect(media).toEqual(['m=video 0 RTP/AVP 96 97', 'm=audio 4000 RTP/AVP 0 101', 'm=audio 0 RTP/AVP 0']);
  });

  it('answer a direction with its mirror', () => {
    expect((['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const).map(mirrorDirection)).toEqual([
      'sendrecv',
      'recvonly',
      'sendonly',
      'inactive',
    ]);
  });
});
