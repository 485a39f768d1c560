import { audioAnswer, audioOffer, remoteAudio } from '../../../../../../infra/local/pstn-audio/sip/audio-session.ts';

const here = { host: '127.0.0.1', port: 4000 };

/** An offer of these payload types; the lines after it explain them. */
const offer = (types: string, lines: readonly string[] = [], { port = 5000, host = '10.0.0.1' } = {}): string =>
  [
    'v=0',
    'o=- 1 1 IN IP4 10.0.0.1',
    's=-',
    `c=IN IP4 ${host}`,
    't=0 0',
    `m=audio ${port} RTP/AVP ${types}`,
    ...lines,
    '',
  ].join('\r\n');
const mediaLine = (sdp: string | undefined): string | undefined =>
  sdp?.split('\r\n').find((line) => line.startsWith('m='));

describe('an offer of audio', () => {
  it('has both laws of G.711 and keys, µ-law first', () => {
    const sdp = audioOffer(here);

    expect(mediaLine(sdp)).toBe('m=audio 4000 RTP/AVP 0 8 101');
    expect(sdp.split('\r\n')).toEqual(
      expect.arrayContaining(['a=rtpmap:8 PCMA/8000', 'a=rtpmap:101 telephone-event/8000', 'a=fmtp:101 0-15']),
    );
  });

  it('has the codecs that are wanted only', () => {
    expect(mediaLine(audioOffer(here, ['PCMA']))).toBe('m=audio 4000 RTP/AVP 8 101');
  });
});

describe('the answer to an offer of audio', () => {
  it.each([
    { case: 'in its order of preference', types: '8 0 101', expected: '8 0' },
    { case: 'without what is not spoken here', types: '9 18 0 3', expected: '0' },
    { case: 'without the codecs that are not wanted', types: '0 8', codecs: ['PCMA'] as const, expected: '8' },
    { case: 'under its numbers', types: '97 0', lines: ['a=rtpmap:97 pcma/8000'], expected: '97 0' },
    { case: 'with its number for keys', types: '0 96', lines: ['a=rtpmap:96 telephone-event/8000'], expected: '0 96' },
    {
      case: 'without keys at another rate',
      types: '0 96',
      lines: ['a=rtpmap:96 telephone-event/48000'],
      expected: '0',
    },
  ])('is made $case', ({ types, lines, codecs, expected }) => {
    expect(mediaLine(audioAnswer(offer(types, lines), here, codecs))).toBe(`m=audio 4000 RTP/AVP ${expected}`);
  });

  it.each([
    ['only codecs not spoken here', offer('9 18')],
    ['PCMU at another rate', offer('96', ['a=rtpmap:96 PCMU/16000'])],
    ['no session at all', 'hello'],
    ['an IPv6 address', offer('0', [], { host: '::1' }).replace('c=IN IP4', 'c=IN IP6')],
    ['an address that is none', offer('0', [], { host: '1.2.3' })],
    ['the name of a host', offer('0', [], { host: 'host.example.com' })],
  ])('does not exist where there is %s', (_case, sdp) => {
    expect(audioAnswer(sdp, here)).toBeUndefined();
    expect(remoteAudio(sdp)).toBeUndefined();
  });

  it('is made for 0.0.0.0, which once meant hold', () => {
    expect(mediaLine(audioAnswer(offer('0', [], { host: '0.0.0.0' }), here))).toBe('m=audio 4000 RTP/AVP 0');
  });

  it('mirrors the direction', () => {
    expect(audioAnswer(offer('0', ['a=sendonly']), here)).toContain('a=recvonly');
  });
});

describe('what the other side says of its audio', () => {
  it('is where it goes, in which codec first, and how keys go', () => {
    expect(remoteAudio(offer('8 0 96', ['a=rtpmap:96 telephone-event/8000']))).toEqual({
      host: '10.0.0.1',
      port: 5000,
      codecs: [
        { name: 'PCMA', payloadType: 8 },
        { name: 'PCMU', payloadType: 0 },
      ],
      eventPayloadType: 96,
      receives: true,
    });
  });

  it('has each codec once', () => {
    expect(remoteAudio(offer('0 96', ['a=rtpmap:96 PCMU/8000']))?.codecs).toEqual([{ name: 'PCMU', payloadType: 0 }]);
  });

  it.each([
    { direction: 'sendrecv', receives: true },
    { direction: 'recvonly', receives: true },
    { direction: 'sendonly', receives: false },
    { direction: 'inactive', receives: false },
  ])('is that it wants to hear us, or not: $direction', ({ direction, receives }) => {
    expect(remoteAudio(offer('0', [`a=${direction}`]))).toMatchObject({ receives, eventPayloadType: 'none' });
  });

  it.each([
    ['a stream that is refused', offer('0', [], { port: 0 })],
    ['no codec in common', offer('18')],
    ['no session', undefined],
  ])('is nothing where there is %s', (_case, sdp) => {
    expect(remoteAudio(sdp)).toBeUndefined();
  });
});
