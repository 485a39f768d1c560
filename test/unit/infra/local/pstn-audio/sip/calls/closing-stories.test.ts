import { headerValue } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { startSipUserAgent } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { idsFake } from '../../../../../../support/ids-fake.ts';
import { rawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { TransportStub } from '../transport/transport-stub.ts';
import { aliceAndDave, carolAndBob, type CarolsCall } from './raw-dialog-fixture.ts';

const nothing = { calls: 0, dialogs: 0, transactions: 0 };

let story: CarolsCall;

beforeEach(async () => {
  story = await carolAndBob();
});

async function answered(headers: string[] = []): Promise<void> {
  await story.ask({ body: sdpAt(4000), headers });
  story.ringing().answer(sdpAt(5000));
  await story.timers.advanceBy(20);
}

describe('a user agent that closes leaves nothing running', () => {
  it.each<{ case: string; before: () => Promise<void> }>([
    {
      case: 'of a call that was hung up before the ACK of its 200 came',
      async before() {
        await answered();
        story.ringing().hangUp();
      },
    },
    {
      case: 'of a call that was hung up while its re-INVITE waited for the ACK',
      async before() {
        await answered();
        await story.ask({ method: 'ACK', branch: 'z9hG4bK-ack' });
        await story.ask({ cseq: '2', body: sdpAt(4002) });
        story.ringing().hangUp();
      },
    },
    {
      case: 'of a call whose BYE nobody answers',
      async before() {
        await answered();
        await story.ask({ method: 'ACK', branch: 'z9hG4bK-ack' });
        story.ringing().hangUp();
      },
    },
    {
      case: 'of a call with a session timer',
      before: () => answered(['Supported: timer', 'Session-Expires: 1800']),
    },
    {
      case: 'of a call that rings reliably',
      async before() {
        await story.ask({ body: sdpAt(4000), headers: ['Require: 100rel'] });
        story.ringing().ring();
      },
    },
  ])('$case', async ({ before }) => {
    await before();

    await Promise.all([story.alice.close(), story.bob.close()]);

    expect(story.bob.held).toEqual(nothing);
    // What is under way on the network may still arrive.
    await story.timers.advanceBy(20);
    expect(story.timers.pending).toBe(0);
  });

  it('of a call that it placed, and hung up before the ACK of a re-INVITE came', async () => {
    const toDave = await aliceAndDave();
    const call = toDave.call();
    await toDave.timers.advanceBy(20);
    await toDave.answer(200, 'dave', {}, sdpAt(5000));
    const us = headerValue(toDave.dave.request('INVITE')!, 'From')!;
    toDave.dave.send(
      rawRequest(toDave.dave.address, {
        body: sdpAt(5002),
        replace: { From: '<sip:dave@127.0.0.1>;tag=dave', To: us, 'Call-ID': call.sipCallId },
      }),
    );
    await toDave.timers.advanceBy(20);
    call.hangUp();

    await Promise.all([toDave.alice.close(), toDave.bob.close()]);
    await toDave.timers.advanceBy(20);

    expect(toDave.log).toEqual(['INVITE', 'ACK', '200 INVITE']);
    expect(toDave.alice.held).toEqual(nothing);
    expect(toDave.timers.pending).toBe(0);
  });

  it('and takes nothing that arrives while its socket is being closed', async () => {
    const timers = new TimersFake();
    const slow = Object.assign(new TransportStub('UDP'), { close: () => new Promise<void>(() => undefined) });
    const agent = await startSipUserAgent({ timers, ids: idsFake(), transports: [slow] });

    void agent.close();
    const late = rawRequest({ host: '192.0.2.1', port: 5060 }, { method: 'OPTIONS' });
    slow.onMessage?.(Buffer.from(late.join('\r\n')), { host: '192.0.2.1', port: 5060 });

    expect(slow.log).toEqual([]);
    expect(agent.held).toEqual(nothing);
    expect(timers.pending).toBe(0);
  });
});
