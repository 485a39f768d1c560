import { followRemoteAudio } from '../../../../../../../infra/local/pstn-audio/follow-remote-audio.ts';
import { bridgeAudio } from '../../../../../../../infra/local/pstn-audio/media/bridge.ts';
import type { RtpEndpoint } from '../../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { toneSource } from '../../../../../../../infra/local/pstn-audio/media/tone.ts';
import {
  audioAnswer,
  audioOffer,
  type AudioCodecName,
} from '../../../../../../../infra/local/pstn-audio/sip/audio-session.ts';
import { bodyText } from '../../../../../../../infra/local/pstn-audio/sip/message/serialize.ts';
import { parseSdp } from '../../../../../../../infra/local/pstn-audio/sip/sdp.ts';
import { callerOn, listenFor, present } from '../../media/caller-fixture.ts';
import { PhoneLines } from '../../media/phone-line-fixture.ts';
import { carolAndBob, type CarolsCall } from './raw-dialog-fixture.ts';

const lines = new PhoneLines();
afterEach(() => lines.close());

let story: CarolsCall;
let phone: RtpEndpoint;
let leg: RtpEndpoint;

beforeEach(async () => {
  story = await carolAndBob();
  phone = await lines.open();
  leg = await lines.open();
});

/** Carol's offer of one codec. */
const offer = (codec: AudioCodecName, direction = 'sendrecv'): string =>
  audioOffer(phone.address, [codec]).replace('a=sendrecv', `a=${direction}`);

/** Carol's telephone talks with Bob's leg in one codec, of the two that Bob knows. */
async function talking(codec: AudioCodecName, known?: readonly AudioCodecName[]): Promise<void> {
  await story.ask({ body: offer(codec) });
  const call = story.ringing();
  followRemoteAudio(call, leg, known);
  call.answer(audioAnswer(call.remoteSdp ?? '', leg.address) ?? '');
  await story.timers.advanceBy(20);
  await story.ask({ method: 'ACK', branch: 'z9hG4bK-ack' });
}

/** What Bob answered: his audio codecs, direction and version; or his status. */
function agreed(cseq: string): string {
  const response = story.response(cseq);
  const read = parseSdp(bodyText(response) ?? '');
  if (read.kind === 'malformed') return String(response.status);
  const { payloads, direction, version, port } = read.session;
  const names = payloads.map(({ encoding }) => encoding).filter((name) => name !== 'telephone-event');
  return `${names.join(' ')} ${direction} ${version} ${port === leg.address.port ? 'here' : 'elsewhere'}`;
}

describe('a codec that changes in the middle of a call', () => {
  it.each<{ method: string; before: AudioCodecName; after: AudioCodecName }>([
    { method: 'INVITE', before: 'PCMU', after: 'PCMA' },
    { method: 'INVITE', before: 'PCMA', after: 'PCMU' },
    { method: 'UPDATE', before: 'PCMU', after: 'PCMA' },
    { method: 'UPDATE', before: 'PCMA', after: 'PCMU' },
  ])('from $before to $after by $method is agreed to', async ({ method, before, after }) => {
    await talking(before);

    await story.ask({ method, cseq: '2', body: offer(after) });

    expect(agreed(`2 ${method}`)).toBe(`${after} sendrecv 2 here`);
  });

  it('is agreed to on hold, and back again when the call is resumed', async () => {
    await talking('PCMU');
    const acknowledge = (cseq: string) => story.ask({ method: 'ACK', cseq, branch: `z9hG4bK-ack-${cseq}` });

    await story.ask({ cseq: '2', body: offer('PCMA', 'sendonly') });
    await acknowledge('2');
    await story.ask({ cseq: '3', body: offer('PCMA', 'sendonly') });
    await acknowledge('3');
    await story.ask({ cseq: '4', body: offer('PCMU') });

    expect(['2 INVITE', '3 INVITE', '4 INVITE'].map(agreed)).toEqual([
      'PCMA recvonly 2 here',
      // Nothing has changed, so this is the same description (RFC 3264 §8).
      'PCMA recvonly 2 here',
      'PCMU sendrecv 3 here',
    ]);
  });

  it('can be chosen anew from an offer of all that Bob knows', async () => {
    await talking('PCMA');

    await story.ask({ cseq: '2' });

    expect(agreed('2 INVITE')).toBe('PCMU PCMA sendrecv 2 here');
  });

  it('is refused where Bob does not know it, and the call goes on', async () => {
    await talking('PCMU', ['PCMU']);

    await story.ask({ cseq: '2', body: offer('PCMA') });
    await story.ask({ method: 'UPDATE', cseq: '3', body: offer('PCMU') });

    expect([agreed('2 INVITE'), agreed('3 UPDATE')]).toEqual(['488', 'PCMU sendrecv 1 here']);
  });
});

describe('a bridge one side of which changes its codec', () => {
  it('lets both go on hearing each other', async () => {
    const dora = await callerOn(lines, 900);
    bridgeAudio(leg, dora.leg);
    await talking('PCMU');
    phone.connect(leg.address);
    phone.play(toneSource({ frequencyHz: 500 }));
    const [atCarols] = listenFor(phone, 900);
    const [atDoras] = listenFor(dora.phone, 500);
    await lines.pass(8);
    const heard = [present([atCarols!, atDoras!])];

    for (const [cseq, name, payloadType] of [
      ['2', 'PCMA', 8],
      ['3', 'PCMU', 0],
    ] as const) {
      await story.ask({ method: 'UPDATE', cseq, body: offer(name) });
      phone.connect({ ...leg.address, codecs: [{ name, payloadType }] });
      await lines.pass(1);
      const ignored = phone.statistics.ignored + leg.statistics.ignored;
      await lines.pass(8);
      heard.push([...present([atCarols!, atDoras!]), phone.statistics.ignored + leg.statistics.ignored === ignored]);
    }

    expect(heard).toEqual([
      [true, true],
      [true, true, true],
      [true, true, true],
    ]);
  });

  it('takes what is under way in the codec before', async () => {
    await talking('PCMU');
    phone.connect(leg.address);
    await lines.pass(2);

    await story.ask({ method: 'UPDATE', cseq: '2', body: offer('PCMA') });
    await lines.pass(2);

    expect(leg.statistics).toMatchObject({ received: 4, ignored: 0 });
  });
});
