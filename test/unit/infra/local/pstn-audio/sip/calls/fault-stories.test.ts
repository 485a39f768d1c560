import { tagOf } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import {
  startSipUserAgent,
  type IncomingCall,
  type SipUserAgent,
} from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { idsFake } from '../../../../../../support/ids-fake.ts';
import { SipRawPeer, rawRequest, type RawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { SipNetworkFake } from '../../../../../../support/sip-transport-fake.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';

const bug = new Error('a bug of the application');
let timers: TimersFake;
let bob: SipUserAgent;
let carol: SipRawPeer;
let faults: unknown[];

beforeEach(async () => {
  timers = new TimersFake();
  const network = new SipNetworkFake(timers);
  faults = [];
  const transports = [network.join('bob')] as const;
  bob = await startSipUserAgent({ timers, ids: idsFake(), transports, onFault: (error) => void faults.push(error) });
  carol = new SipRawPeer(network.join('carol'), bob.address);
});

async function ask(request: RawRequest): Promise<void> {
  carol.send(rawRequest(carol.address, request));
  await timers.advanceBy(20);
}

describe('a message that finds a bug', () => {
  it('is answered with 500 and reported, and leaves nothing behind', async () => {
    let ended: Promise<unknown> | undefined;
    bob.onInvite = (call) => {
      ({ ended } = call);
      throw bug;
    };

    await ask({ body: sdpAt(4000) });
    await ask({ method: 'OPTIONS', branch: 'z9hG4bK-2', replace: { 'Call-ID': 'another' } });

    expect(faults).toEqual([bug]);
    expect(carol.statuses).toEqual([500, 200]);
    expect(await ended).toMatchObject({ cause: 'refused', status: 500 });
    expect(bob.held).toMatchObject({ calls: 0, dialogs: 0 });
  });

  it('within a call is answered with 500, and the call goes on', async () => {
    const calls: IncomingCall[] = [];
    bob.onInvite = (call) => {
      calls.push(call);
      call.describer = {
        offer: () => sdpAt(5000),
        answer: () => {
          throw bug;
        },
      };
      call.answer(sdpAt(5000));
    };
    await ask({ body: sdpAt(4000) });
    const toTag = tagOf(carol.received.at(-1)!, 'To');
    await ask({ method: 'ACK', branch: 'z9hG4bK-ack', toTag });

    await ask({ method: 'UPDATE', branch: 'z9hG4bK-2', cseq: '2', toTag, body: sdpAt(4002) });
    await ask({ method: 'BYE', branch: 'z9hG4bK-3', cseq: '3', toTag });

    expect(faults).toEqual([bug]);
    expect(carol.statuses).toEqual([200, 500, 200]);
    expect(await calls[0]!.ended).toEqual({ by: 'remote', cause: 'bye' });
  });
});
