import fc from 'fast-check';
import type { SipAddress, Transport } from '../../../../../../../infra/local/pstn-audio/sip/transport/transport.ts';
import { startSipUserAgent, type IncomingCall } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { idsFake } from '../../../../../../support/ids-fake.ts';
import { SipNetworkFake } from '../../../../../../support/sip-transport-fake.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import { damage, withDamage, type Damage } from './damage.ts';

/** What becomes of the first messages of a call, one after the other; later ones arrive as they were sent. */
type Fates = readonly (readonly Damage[])[];

class DamagedTransport implements Transport {
  readonly protocol = 'UDP';
  readonly reliable = false;
  readonly local: SipAddress;
  onMessage: Transport['onMessage'];
  readonly #inner: Transport;

  constructor(inner: Transport, fates: Damage[][]) {
    this.#inner = inner;
    this.local = inner.local;
    inner.onMessage = (bytes, source) => this.onMessage?.(withDamage(bytes, fates.shift() ?? []), source);
  }

  send(bytes: Uint8Array, destination: SipAddress, onFailure: (cause: Error) => void): void {
    this.#inner.send(bytes, destination, onFailure);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }
}

async function callThrough(fates: Fates, headers: Readonly<Record<string, string>>): Promise<void> {
  const timers = new TimersFake();
  const network = new SipNetworkFake(timers);
  const left = fates.map((each) => [...each]);
  const [alice, bob] = await Promise.all(
    ['alice', 'bob'].map((name) =>
      startSipUserAgent({ timers, ids: idsFake(), transports: [new DamagedTransport(network.join(name), left)] }),
    ),
  );
  const calls: IncomingCall[] = [];
  bob!.onInvite = (call) => {
    calls.push(call);
    call.ring();
    call.progress(sdpAt(5000));
    call.answer(sdpAt(5000));
  };
  const outgoing = alice!.invite({
    target: bob!.address,
    requestUri: 'sip:bob@127.0.0.1',
    from: 'sip:alice@127.0.0.1',
    sdp: sdpAt(4000),
    headers,
  });
  await timers.advanceBy(40_000);
  outgoing.hangUp();
  for (const call of calls) call.hangUp();
  await timers.advanceBy(140_000);

  const nothing = { calls: 0, dialogs: 0, transactions: 0 };
  expect([alice!.held, bob!.held, timers.pending]).toEqual([nothing, nothing, 0]);
}

describe('a call whose messages are damaged under way', () => {
  it.each<{ case: string; headers: Readonly<Record<string, string>> }>([
    { case: 'plain', headers: {} },
    { case: 'with all extensions', headers: { Require: '100rel, timer', 'Session-Expires': '90', Allow: 'UPDATE' } },
  ])('comes to an end and leaves nothing behind: $case', async ({ headers }) => {
    const fates = fc.array(fc.array(damage, { maxLength: 2 }), { minLength: 1, maxLength: 8 });

    await fc.assert(
      fc.asyncProperty(fates, (each) => callThrough(each, headers)),
      { numRuns: 60 },
    );
  });
});
