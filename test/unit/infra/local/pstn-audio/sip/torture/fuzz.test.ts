import fc from 'fast-check';
import { SipRawPeer, rawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { aliceAndBob, sdpAt } from '../../../../../../support/sip-stories.ts';
import { damage, withDamage } from './damage.ts';
import { invalidMessages } from './invalid-messages.ts';
import { otherMessages } from './other-messages.ts';
import { tortureBytes } from './torture-message.ts';
import { validMessages } from './valid-messages.ts';

const peer = { host: '127.0.0.1', port: 5062 };
const text = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'));
const seeds: readonly Uint8Array[] = [
  ...[...validMessages, ...invalidMessages, ...otherMessages].map((each) => tortureBytes(each, '127.0.0.1:5062')),
  ...['INVITE', 'ACK', 'BYE', 'CANCEL', 'OPTIONS', 'PRACK', 'UPDATE'].map((method) =>
    text(
      rawRequest(peer, { method, headers: ['Require: 100rel, timer', 'x: 90', 'RAck: 1 1 INVITE'], body: sdpAt(4000) }),
    ),
  ),
];

const damaged = fc
  .tuple(fc.constantFrom(...seeds), fc.array(damage, { minLength: 1, maxLength: 6 }))
  .map(([seed, damages]) => withDamage(seed, damages));

async function survives(messages: readonly Uint8Array[]): Promise<void> {
  const story = await aliceAndBob();
  const carol = new SipRawPeer(story.network.join('carol'), story.bob.address);
  // Whatever still rings is answered in one way or another.
  story.bob.onInvite = (call) => {
    call.ring();
    call.progress(sdpAt(5000));
    if (call.request.uri.length % 2 === 0) call.answer(sdpAt(5000));
    else call.reject(486);
  };
  story.call();
  for (const message of messages) {
    carol.send(message);
    await story.timers.advanceBy(20);
  }
  await story.timers.advanceBy(70_000);
  carol.received.length = 0;
  carol.send(
    rawRequest(carol.address, { method: 'OPTIONS', branch: 'z9hG4bK-alive', replace: { 'Call-ID': 'alive' } }),
  );
  await story.timers.advanceBy(20);

  expect(carol.statuses).toContain(200);
  await Promise.all([story.alice.close(), story.bob.close()]);
}

describe('a user agent', () => {
  it('survives messages that were damaged under way, and still answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 5 }), (messages) => survives(messages)),
      { numRuns: 60 },
    );
  });

  it('survives any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 5 }), (messages) =>
        survives(messages),
      ),
      { numRuns: 30 },
    );
  });
});
