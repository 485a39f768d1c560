import type { SipRequest } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { responseTo } from '../../../../../../../infra/local/pstn-audio/sip/message/response.ts';
import { serializeMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/serialize.ts';
import { sdpAt } from '../../../../../../support/sip-stories.ts';
import { aliceAndDave, carolAndBob, type CarolsCall } from './raw-dialog-fixture.ts';

const minute = 60_000;

describe('a caller who fell silent without a BYE', () => {
  let story: CarolsCall;
  beforeEach(async () => {
    story = await carolAndBob();
  });

  async function talking(...headers: string[]): Promise<void> {
    await story.ask({ body: sdpAt(4000), headers });
    story.ringing().answer(sdpAt(5000));
    await story.timers.advanceBy(20);
    await story.ask({ method: 'ACK', branch: 'z9hG4bK-ack' });
  }

  const asked = (): Set<string> =>
    new Set(
      story.carol.received.flatMap((each) =>
        each.kind === 'request' && each.method === 'OPTIONS'
          ? each.headers.filter(({ name }) => name === 'CSeq').map(({ value }) => value)
          : [],
      ),
    );

  const answer = async (status: number): Promise<void> => {
    story.carol.send(serializeMessage(responseTo(story.carol.request('OPTIONS') as SipRequest, status)));
    await story.timers.advanceBy(100);
  };

  it('is asked each minute, and the call ends when it answers nothing', async () => {
    await talking('Allow: INVITE, ACK, BYE, OPTIONS');

    await story.timers.advanceBy(minute);
    expect(asked().size).toBe(1);
    await story.timers.advanceBy(33_000);

    expect(story.carol.request('BYE')).toBeDefined();
    expect(await story.ringing().ended).toEqual({ by: 'transport', cause: 'timeout' });
  });

  it.each([200, 405, 500])('goes on with the call when it answers %i', async (status) => {
    await talking('Allow: INVITE, OPTIONS');

    await story.timers.advanceBy(minute);
    await answer(status);
    await story.timers.advanceBy(minute);
    await answer(status);

    expect(asked().size).toBe(2);
    expect(story.carol.request('BYE')).toBeUndefined();
  });

  it('has started anew and knows no such call: it ends', async () => {
    await talking('Allow: OPTIONS');

    await story.timers.advanceBy(minute);
    await answer(481);

    expect(await story.ringing().ended).toEqual({ by: 'transport', cause: 'timeout' });
  });

  it('is not asked when it has not said that it takes the question', async () => {
    await talking('Allow: INVITE, ACK, BYE');

    await story.timers.advanceBy(10 * minute);

    expect(asked().size).toBe(0);
    expect(story.carol.request('BYE')).toBeUndefined();
  });

  it.each(['before it is asked', 'while it is asked'])('leaves nothing running when it hangs up %s', async (when) => {
    await talking('Allow: OPTIONS');
    if (when === 'while it is asked') await story.timers.advanceBy(minute);

    await story.ask({ method: 'BYE', cseq: '2' });
    await story.timers.advanceBy(33_000);

    expect(story.timers.pending).toBe(0);
    expect(await story.ringing().ended).toEqual({ by: 'remote', cause: 'bye' });
  });
});

describe('somebody called who fell silent without a BYE', () => {
  it('is asked each minute by what the 200 said of it', async () => {
    const story = await aliceAndDave();
    const call = story.call();
    await story.timers.advanceBy(20);
    await story.answer(200, 'dave', { Allow: 'INVITE, BYE, OPTIONS' }, sdpAt(5000));
    await call.answered;

    await story.timers.advanceBy(minute + 33_000);

    expect(story.log).toContain('OPTIONS');
    expect(await call.ended).toEqual({ by: 'transport', cause: 'timeout' });
  });
});
