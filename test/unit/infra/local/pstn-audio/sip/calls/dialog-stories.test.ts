import { SipRawPeer, rawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { aliceAndBob, sdpAt, type Story } from '../../../../../../support/sip-stories.ts';
import { headerValue, tagOf } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import type { SipRequest } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { responseTo } from '../../../../../../../infra/local/pstn-audio/sip/message/response.ts';
import { bodyText, serializeMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/serialize.ts';
import { parseSdp } from '../../../../../../../infra/local/pstn-audio/sip/sdp.ts';

let story: Story;
let carol: SipRawPeer;

beforeEach(async () => {
  story = await aliceAndBob();
  carol = new SipRawPeer(story.network.join('carol'), story.bob.address);
});

async function send(lines: string[]): Promise<void> {
  carol.send(lines);
  await story.timers.advanceBy(20);
}

/** Carol calls Bob, Bob answers, Carol acknowledges; the tag is Bob's. */
async function carolTalksToBob(offer = sdpAt(4000), answer = ''): Promise<string> {
  await send(rawRequest(carol.address, { body: offer }));
  story.ringing().answer(sdpAt(5000));
  await story.timers.advanceBy(20);
  const toTag = tagOf(carol.received.at(-1)!, 'To');
  await send(rawRequest(carol.address, { method: 'ACK', branch: 'z9hG4bK-ack', toTag, body: answer }));
  return toTag;
}

function reInvite(toTag: string, body: string, cseq = '2'): string[] {
  return rawRequest(carol.address, { branch: `z9hG4bK-re-${cseq}`, toTag, cseq, body });
}

describe('a re-INVITE', () => {
  it('is answered with our last description, its direction mirrored, and reported', async () => {
    const toTag = await carolTalksToBob();
    const heard: string[] = [];
    story.ringing().onRemoteSdp = (sdp) => void heard.push(sdp);
    const hold = sdpAt(4000, { version: '2', direction: 'sendonly' });

    await send(reInvite(toTag, hold));

    expect(carol.statuses.at(-1)).toBe(200);
    expect(parseSdp(bodyText(carol.received.at(-1)!) ?? '')).toMatchObject({
      session: { port: 5000, direction: 'recvonly', version: '2' },
    });
    expect(heard).toEqual([hold]);
    expect(story.ringing().remoteSdp).toBe(hold);
  });

  it('without an offer is answered with one, and the ACK brings the answer', async () => {
    const toTag = await carolTalksToBob();

    await send(reInvite(toTag, ''));
    await send(
      rawRequest(carol.address, { method: 'ACK', branch: 'z9hG4bK-ack-2', toTag, cseq: '2', body: sdpAt(4002) }),
    );

    expect(bodyText(carol.received.at(-1)!)).toBe(sdpAt(5000));
    expect(story.ringing().remoteSdp).toBe(sdpAt(4002));
  });

  it('moves the place where our BYE goes', async () => {
    const toTag = await carolTalksToBob();
    const lines = reInvite(toTag, sdpAt(4000)).map((line) =>
      line.startsWith('Contact') ? `Contact: <sip:carol-moved@127.0.0.1:${carol.address.port}>` : line,
    );

    await send(lines);
    await send(rawRequest(carol.address, { method: 'ACK', branch: 'z9hG4bK-ack-2', toTag, cseq: '2' }));
    story.ringing().hangUp();
    await story.timers.advanceBy(20);

    expect(carol.request('BYE')).toMatchObject({ uri: `sip:carol-moved@127.0.0.1:${carol.address.port}` });
  });

  it('is refused before the first answer, before our 200 is acknowledged, and out of order', async () => {
    await send(rawRequest(carol.address, { body: sdpAt(4000) }));
    story.ringing().ring();
    await story.timers.advanceBy(20);
    const toTag = tagOf(carol.received.at(-1)!, 'To');

    await send(reInvite(toTag, sdpAt(4000), '2'));
    story.ringing().answer(sdpAt(5000));
    await story.timers.advanceBy(20);
    await send(reInvite(toTag, sdpAt(4000), '3'));
    await send(reInvite(toTag, sdpAt(4000), '2').map((line) => line.replace('z9hG4bK-re-2', 'z9hG4bK-late')));

    expect(carol.statuses).toEqual([100, 180, 500, 200, 491, 500]);
  });
});

describe('a call without an offer in its INVITE', () => {
  it('gets our offer with the 200 and brings the answer with the ACK', async () => {
    const heard: string[] = [];
    story.bob.onInvite = (call) => {
      expect(call.remoteSdp).toBeUndefined();
      call.onRemoteSdp = (sdp) => void heard.push(sdp);
      story.bobsCalls.push(call);
    };

    await carolTalksToBob('', sdpAt(4000));

    expect(heard).toEqual([sdpAt(4000)]);
    expect(story.ringing().remoteSdp).toBe(sdpAt(4000));
  });

  it('is rung at where early media was meant: a 183 that may be lost must not bring an offer (RFC 3262 §5)', async () => {
    await send(rawRequest(carol.address));

    story.ringing().progress(sdpAt(5000), { 'X-Note': 'early' });
    await story.timers.advanceBy(20);

    expect(carol.statuses).toEqual([100, 180]);
    expect(bodyText(carol.received.at(-1)!)).toBeUndefined();
    expect(headerValue(carol.received.at(-1)!, 'X-Note')).toBe('early');
  });
});

describe('BYE from the other side', () => {
  it('is answered again when repeated, and with 481 when it is a new one', async () => {
    const toTag = await carolTalksToBob();
    const bye = rawRequest(carol.address, { method: 'BYE', branch: 'z9hG4bK-bye', toTag, cseq: '2' });

    await send(bye);
    await send(bye);
    await send(rawRequest(carol.address, { method: 'BYE', branch: 'z9hG4bK-bye-2', toTag, cseq: '3' }));

    expect(carol.statuses.slice(-3)).toEqual([200, 200, 481]);
    expect(await story.ringing().ended).toEqual({ by: 'remote', cause: 'bye' });
  });

  it('in an early dialog ends the INVITE with 487', async () => {
    await send(rawRequest(carol.address, { body: sdpAt(4000) }));
    story.ringing().ring();
    await story.timers.advanceBy(20);

    await send(
      rawRequest(carol.address, {
        method: 'BYE',
        branch: 'z9hG4bK-bye',
        toTag: tagOf(carol.received.at(-1)!, 'To'),
        cseq: '2',
      }),
    );

    expect(carol.statuses).toEqual([100, 180, 200, 487]);
    expect(await story.ringing().ended).toEqual({ by: 'remote', cause: 'bye' });
  });

  it('before the ACK stops the repetition of the 200', async () => {
    await send(rawRequest(carol.address, { body: sdpAt(4000) }));
    story.ringing().answer(sdpAt(5000));
    await story.timers.advanceBy(20);

    await send(
      rawRequest(carol.address, {
        method: 'BYE',
        branch: 'z9hG4bK-bye',
        toTag: tagOf(carol.received.at(-1)!, 'To'),
        cseq: '2',
      }),
    );
    await story.timers.advanceBy(10_000);

    expect(carol.statuses).toEqual([100, 200, 200]);
  });
});

describe('CANCEL from the other side', () => {
  it('changes nothing once the call is answered', async () => {
    await carolTalksToBob();

    await send(rawRequest(carol.address, { method: 'CANCEL' }));

    expect(carol.statuses).toEqual([100, 200, 200]);
    let ended = false;
    void story.ringing().ended.then(() => (ended = true));
    await story.timers.advanceBy(100);
    expect(ended).toBe(false);
  });
});

describe('a request within the call', () => {
  it('of a method not offered gets 405, OPTIONS gets 200', async () => {
    const toTag = await carolTalksToBob();

    await send(rawRequest(carol.address, { method: 'INFO', branch: 'z9hG4bK-info', toTag, cseq: '2' }));
    await send(rawRequest(carol.address, { method: 'OPTIONS', branch: 'z9hG4bK-options', toTag, cseq: '3' }));

    expect(carol.statuses.slice(-2)).toEqual([405, 200]);
  });
});

describe('a caller of RFC 2543, without branch and tag', () => {
  it('is answered, acknowledged and heard', async () => {
    const old = { Via: `SIP/2.0/UDP 127.0.0.1:${carol.address.port}`, From: '<sip:carol@127.0.0.1>' };
    await send(rawRequest(carol.address, { replace: old }));
    await send(rawRequest(carol.address, { replace: old }));
    story.ringing().answer(sdpAt(5000));
    await story.timers.advanceBy(20);
    const toTag = tagOf(carol.received.at(-1)!, 'To');
    await send(rawRequest(carol.address, { method: 'ACK', toTag, replace: old, body: sdpAt(4000) }));
    await send(rawRequest(carol.address, { method: 'BYE', toTag, cseq: '2', replace: old }));

    expect(carol.statuses).toEqual([100, 100, 200, 200]);
    expect(story.bobsCalls).toHaveLength(1);
    expect(await story.ringing().ended).toEqual({ by: 'remote', cause: 'bye' });
  });
});

describe('a response with more than our own Via', () => {
  it('is dropped (§8.1.3.3)', async () => {
    const dave = new SipRawPeer(story.network.join('dave'), story.alice.address);
    const call = story.alice.invite({
      target: dave.address,
      requestUri: 'sip:dave@127.0.0.1',
      from: 'sip:alice@127.0.0.1',
      sdp: sdpAt(4000),
    });
    const progress: number[] = [];
    call.onProgress = (status) => void progress.push(status);
    await story.timers.advanceBy(20);
    const invite = dave.request('INVITE') as SipRequest;

    const second = { name: 'Via', value: 'SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK-x' };
    dave.send(serializeMessage(responseTo(invite, 180, { headers: [second] })));
    dave.send(serializeMessage(responseTo(invite, 183)));
    await story.timers.advanceBy(20);

    expect(progress).toEqual([183]);
  });
});

describe('an INVITE that forked', () => {
  it('keeps the first answer, acknowledges and ends the second, and repeats each ACK for each repetition', async () => {
    const dave = new SipRawPeer(story.network.join('dave'), story.alice.address);
    const call = story.alice.invite({
      target: dave.address,
      requestUri: 'sip:dave@127.0.0.1',
      from: 'sip:alice@127.0.0.1',
      sdp: sdpAt(4000),
    });
    await story.timers.advanceBy(20);
    const invite = dave.request('INVITE') as SipRequest;
    const answer = (toTag: string): void => {
      const contact = { name: 'Contact', value: `<sip:${toTag}@127.0.0.1:${dave.address.port}>` };
      dave.send(
        serializeMessage(responseTo(invite, 200, { toTag, headers: [contact], body: Buffer.from(sdpAt(5000)) })),
      );
    };

    answer('first');
    answer('second');
    answer('first');
    await story.timers.advanceBy(40);

    const sent = dave.received
      .slice(1)
      .map((message) =>
        message.kind === 'request' ? `${message.method} ${tagOf(message, 'To')} ${message.uri.slice(4, 9)}` : '',
      );
    expect(sent).toEqual(['ACK first first', 'ACK second secon', 'BYE second secon', 'ACK first first']);
    expect(await call.answered).toMatchObject({ kind: 'answered' });
    expect(headerValue(dave.received[1]!, 'Via')).toBe(headerValue(dave.received[4]!, 'Via'));
    expect(headerValue(dave.received[1]!, 'Via')).not.toBe(headerValue(invite, 'Via'));
  });
});
