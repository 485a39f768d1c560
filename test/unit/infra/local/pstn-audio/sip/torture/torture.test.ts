import { headerProblem } from '../../../../../../../infra/local/pstn-audio/sip/message/check.ts';
import { headerValue } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { parseMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/parse.ts';
import { SipRawPeer, rawRequest } from '../../../../../../support/sip-raw-peer.ts';
import { aliceAndBob, sdpAt, type Story } from '../../../../../../support/sip-stories.ts';
import { aliceAndDave } from '../calls/raw-dialog-fixture.ts';
import { invalidMessages } from './invalid-messages.ts';
import { otherMessages } from './other-messages.ts';
import { tortureBytes, type TortureMessage } from './torture-message.ts';
import { validMessages } from './valid-messages.ts';

let story: Story;
let carol: SipRawPeer;

beforeEach(async () => {
  story = await aliceAndBob();
  carol = new SipRawPeer(story.network.join('carol'), story.bob.address);
});

async function send(bytes: Uint8Array | string[]): Promise<void> {
  carol.send(bytes);
  await story.timers.advanceBy(20);
}

async function suffer(message: TortureMessage): Promise<void> {
  await send(tortureBytes(message, `127.0.0.1:${carol.address.port}`));
}

// The situations are those of RFC 4475; the messages are our own.
describe.each([
  { kind: 'valid', messages: validMessages, count: 11 },
  { kind: 'invalid', messages: invalidMessages, count: 19 },
  { kind: 'meaningless or old', messages: otherMessages, count: 17 },
])('torture messages that are $kind', ({ messages, count }) => {
  it.each(messages)('$section: $fate', async (message) => {
    await suffer(message);

    const { fate, header } = message;
    expect(carol.statuses).toEqual(fate === 'rings' ? [100] : fate === 'dropped' ? [] : [fate]);
    expect(story.bobsCalls).toHaveLength(fate === 'rings' ? 1 : 0);
    if (header !== undefined) expect(headerValue(carol.received[0]!, header[0])).toBe(header[1]);
    await send(rawRequest(carol.address, { method: 'OPTIONS', branch: 'z9hG4bK-alive' }));
    expect(carol.statuses.at(-1)).toBe(200);
  });

  it('are read as the RFC says', () => {
    for (const message of messages.filter(({ reads }) => reads !== undefined)) {
      const result = parseMessage(tortureBytes(message, '127.0.0.1:5062'));
      if (result.kind === 'malformed') throw new Error(`${message.section}: ${result.problem}`);
      expect(headerProblem(result.message)).toBeUndefined();
      message.reads?.(result.message);
    }
  });

  it('are all there', () => {
    expect(new Set(messages.map(({ section }) => section.split(' ')[0])).size).toBe(count);
  });
});

describe('responses with odd reasons', () => {
  it.each([
    {
      section: '3.1.1.12 unreason: a reason of any characters',
      reason: '= 2**3 * 5**2 но сто девяносто девять - простое',
    },
    { section: '3.1.1.13 noreason: no reason at all', reason: '' },
  ])('$section', async ({ reason }) => {
    const toDave = await aliceAndDave();
    const call = toDave.call();
    await toDave.timers.advanceBy(20);
    const invite = toDave.dave.request('INVITE')!;
    const copied = invite.headers.filter(({ name }) => ['Via', 'From', 'To', 'Call-ID', 'CSeq'].includes(name));
    const lines = copied.map(({ name, value }) => `${name}: ${value}${name === 'To' ? ';tag=dave' : ''}`);

    toDave.dave.send([`SIP/2.0 200 ${reason}`, ...lines, 'Content-Type: application/sdp', '', sdpAt(5000)]);
    await toDave.timers.advanceBy(20);

    expect(await call.answered).toMatchObject({
      kind: 'answered',
      sdp: sdpAt(5000),
      response: { status: 200, reason },
    });
  });
});
