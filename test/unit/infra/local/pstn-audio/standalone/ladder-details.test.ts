import { failedAction, successfulAction } from '../../../../../../infra/local/pstn-audio/service/action-result.ts';
import { ladder } from '../../../../../../infra/local/pstn-audio/standalone/ladder/ladder.ts';
import { CallWatch } from '../../../../../../infra/local/pstn-audio/standalone/watching/call-watch.ts';
import type { Privacy } from '../../../../../../infra/local/pstn-audio/standalone/watching/privacy.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';
import { aliceCalls, invocation, request, response } from './call-watch-fixture.ts';

/** What stands beside the columns of seconds and tag. */
function printing(privacy: Privacy = 'masked') {
  const lines: string[] = [];
  const time = new TimersFake();
  const print = (line: string): void => void lines.push(line.slice(17));
  return { watch: new CallWatch(time, [ladder({ privacy, color: false, print })]), lines, news: [], time };
}

const welcome = { AudioSource: { Type: 'S3', BucketName: 'prompts', Key: 'welcome.wav' } };
const play = { transactionId: 't1', actionType: 'PlayAudio', tag: 'LEG-A', parameters: welcome } as const;

describe('what the ladder says of', () => {
  it('an action: which leg, which prompt', () => {
    const { watch, lines } = printing();

    watch.onAction(play);

    expect(lines[0]).toMatch(/^action +▶ {2}PlayAudio LEG-A prompts\/welcome\.wav {2}at /u);
  });

  it.each([
    { cutOff: 'abandoned', result: successfulAction({}), text: 'PlayAudio cut off: its leg has gone  5 ms' },
    { cutOff: 'interrupted', result: successfulAction({}), text: 'PlayAudio cut off: by a new list  5 ms' },
    {
      cutOff: 'abandoned',
      result: failedAction({}, { errorType: 'SystemException', errorMessage: 'x' }),
      text: 'PlayAudio cut off: its leg has gone  5 ms',
    },
  ] as const)('an action that is $cutOff: $result.kind', ({ cutOff, result, text }) => {
    const { watch, lines } = printing();
    watch.onAction(play);

    watch.onAction({ ...play, result, milliseconds: 5, cutOff });

    expect(lines[1]).toBe(`action        ■  ${text}`);
  });

  it.each([
    { privacy: 'masked', text: 'pressed a key' },
    { privacy: 'full', text: 'pressed 7' },
  ] as const)('a key, when it is $privacy', ({ privacy, text }) => {
    const fixture = printing(privacy);
    aliceCalls(fixture, 't1', 'sip-1');

    fixture.watch.onKey({ transactionId: 't1', tag: 'LEG-A', key: '7' });

    expect(fixture.lines[1]).toBe(`LEG-A         ─► ${text}`);
  });

  it('a number that nobody has, unlike a function that says so', () => {
    const { watch, lines } = printing();
    const alices = { watch, news: [], time: new TimersFake() };

    watch.onSip(request('INVITE', { callId: 'wrong' }));
    watch.onSip(response('404 Not Found', 'INVITE', { callId: 'wrong' }));
    aliceCalls(alices, 't1', 'right');
    watch.onSip(response('404 Not Found', 'INVITE', { callId: 'right' }));

    expect([lines[1], lines[3]]).toEqual([
      'LEG-A         ◄─ 404 Not Found (INVITE): no SIP rule takes …1111',
      'LEG-A         ◄─ 404 Not Found (INVITE)',
    ]);
  });

  it.each([
    {
      case: 'nobody sees to',
      status: 'Connected',
      actions: [],
      said: ['LEG-B is still up: the function has to hang it up'],
    },
    { case: 'the function goes on with', status: 'Connected', actions: ['Hangup'], said: [] },
    { case: 'has left as well', status: 'Disconnected', actions: [], said: [] },
  ])('a party that $case when the caller has left', ({ status, actions, said }) => {
    const { watch, lines } = printing();
    const event = {
      ActionData: { Type: 'Hangup', Parameters: { SipResponseCode: 0, ParticipantTag: 'LEG-A' } },
      CallDetails: {
        Participants: [
          { ParticipantTag: 'LEG-A', Status: 'Disconnected' },
          { ParticipantTag: 'LEG-B', Status: status },
        ],
      },
    };

    watch.onInvocation(invocation('t1', { invocationEventType: 'HANGUP', event, actions }));

    expect(lines.slice(1).map((line) => line.slice(17))).toEqual(said);
  });

  it('a function with a long name: both ends of it, in its column', () => {
    const { watch, lines } = printing();
    const functionArn = 'arn:aws:lambda:us-east-1:111122223333:function:order-service-handler';

    watch.onInvocation(invocation('t1', { functionArn }));

    expect(lines[0]).toMatch(/^order-…ndler {2}▶ /u);
  });

  it('an event, whole and once, when all is to be seen', () => {
    const { watch, lines } = printing('full');
    const [event, response] = [{ InvocationEventType: 'X' }, { Actions: [] }];

    watch.onInvocation(invocation('t1', { event, response }));

    expect(lines.slice(1).map((line) => line.trim())).toEqual([
      '│  event {',
      '│    "InvocationEventType": "X"',
      '│  }',
      '│  answer {',
      '│    "Actions": []',
      '│  }',
    ]);
  });
});
