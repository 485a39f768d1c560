import { startBotConversation } from '../../../../../../../infra/local/pstn-audio/service/actions/start-bot-conversation.ts';
import { botSchema } from '../../../../../../../infra/local/pstn-audio/service/bots/bot-schema.ts';
import { scriptedBots } from '../../../../../../../infra/local/pstn-audio/service/bots/scripted-bots.ts';
import { FakeCall, type FakeCallOptions } from '../fakes/fake-call.ts';

const BotAliasArn = 'arn:aws:lex:us-east-1:111122223333:bot-alias/ABCDEFGHIJ/KLMNOPQRST';
const bots = scriptedBots([
  botSchema.parse({
    BotAliasArn,
    Script: {
      Intents: [
        { Name: 'Account', Keys: '1', Slots: [{ Name: 'Number', Prompt: 'Which account?', Pattern: '\\d{4}' }] },
        { Name: 'Agent', Keys: '2', ClosingMessage: 'One moment.' },
      ],
    },
  }),
]);
const welcome = {
  SessionState: { DialogAction: { Type: 'ElicitIntent' } },
  WelcomeMessages: [{ Content: 'Welcome.', ContentType: 'PlainText' }],
};
/** 200 ms. */
const words = new Int16Array(1600);

async function talking(parameters: Readonly<Record<string, unknown>> = {}, options: FakeCallOptions = {}) {
  const call = new FakeCall({ bots, words, ...options });
  const action = startBotConversation({ BotAliasArn, Configuration: welcome, ...parameters }, call);
  await call.timers.advanceBy(0);
  return { call, action, audio: call.caller.audio };
}

describe('StartBotConversation', () => {
  it('lets the caller talk with the bot by keys, and gives the result', async () => {
    const { call, action, audio } = await talking({ LocaleId: 'en_US' });

    await call.timers.advanceBy(300);
    audio.presses('1#');
    await call.timers.advanceBy(300);
    audio.presses('1234#');
    const result = await action.done;

    expect(call.caller.done).toEqual(['answer']);
    expect(call.spoken).toEqual(['Welcome.', 'Which account?']);
    expect(result).toMatchObject({
      kind: 'successful',
      parameters: { BotAliasArn, LocaleId: 'en_US', Configuration: welcome, CallId: 'call-a' },
      outcome: {
        IntentResult: {
          SessionId: 'call-a',
          SessionState: { Intent: { Name: 'Account', Slots: { Number: { Value: { InterpretedValue: '1234' } } } } },
        },
      },
    });
    expect(audio.listeners).toBe(0);
  });

  it('stops speaking at the first key', async () => {
    const { call, audio } = await talking();

    await call.timers.advanceBy(40);
    const before = audio.isPlaying;
    audio.presses('2');
    await call.timers.advanceBy(0);

    expect([before, audio.isPlaying]).toEqual([true, false]);
  });

  it('takes keys as complete after 5 s, and * takes them back', async () => {
    const { call, audio } = await talking();

    audio.presses('1*2');
    await call.timers.advanceBy(4900);
    const before = [...call.spoken];
    await call.timers.advanceBy(200);

    expect([before, call.spoken]).toEqual([['Welcome.'], ['Welcome.', 'One moment.']]);
  });

  it('asks again after 4 s of silence, which counts from the end of what it says', async () => {
    const { call } = await talking();

    await call.timers.advanceBy(4100);
    const before = [...call.spoken];
    await call.timers.advanceBy(200);

    expect([before, call.spoken]).toEqual([['Welcome.'], ['Welcome.', 'Sorry, I did not get that.']]);
  });

  it('waits as long as session attributes say', async () => {
    const SessionAttributes = {
      'x-amz-lex:audio:start-timeout-ms:*:*': '1000',
      'x-amz-lex:dtmf:end-timeout-ms:*:*': '500',
    };
    const Configuration = { ...welcome, SessionState: { ...welcome.SessionState, SessionAttributes } };
    const { call, audio } = await talking({ Configuration });

    await call.timers.advanceBy(1300);
    const afterSilence = [...call.spoken];
    audio.presses('2');
    await call.timers.advanceBy(600);

    expect(afterSilence).toEqual(['Welcome.', 'Sorry, I did not get that.']);
    expect(call.spoken.at(-1)).toBe('One moment.');
  });

  it('comes to an end without a result when it is broken off', async () => {
    const { action, audio } = await talking();

    action.abort();

    expect(await action.done).toMatchObject({ kind: 'failed', errorType: 'SystemException' });
    expect([audio.isPlaying, audio.listeners]).toEqual([false, 0]);
  });

  it('does not wait for words that are still being made when it is broken off', async () => {
    const call = new FakeCall({ bots });
    const speech = { name: 'slow', say: () => new Promise<Int16Array>(() => undefined) };
    const { done, abort } = startBotConversation(
      { BotAliasArn, Configuration: welcome },
      Object.assign(call, { parts: { ...call.parts, speech } }),
    );

    abort();

    expect(await done).toMatchObject({ kind: 'failed' });
  });

  it.each([
    {
      case: 'an alias that nobody has set up',
      change: { BotAliasArn: BotAliasArn.replace('KLMNOPQRST', 'OTHER') },
      type: 'ResourceNotFound',
    },
    { case: 'another language', change: { LocaleId: 'de_DE' }, type: 'ResourceNotFound' },
    {
      case: 'a bot of another account',
      change: { BotAliasArn: BotAliasArn.replace('111122223333', '999999999999') },
      type: 'ResourceAccessDenied',
    },
    {
      case: 'a bot in another Region',
      change: { BotAliasArn: BotAliasArn.replace('us-east-1', 'us-west-2') },
      type: 'InvalidActionParameter',
    },
    { case: 'no alias', change: { BotAliasArn: undefined }, type: 'InvalidActionParameter' },
    { case: 'no ARN of an alias', change: { BotAliasArn: 'my-bot' }, type: 'InvalidActionParameter' },
    { case: 'LEG-B', change: { ParticipantTag: 'LEG-B' }, type: 'InvalidActionParameter' },
    {
      case: 'a welcome without ElicitIntent',
      change: { Configuration: { ...welcome, SessionState: { DialogAction: { Type: 'Delegate' } } } },
      type: 'InvalidActionParameter',
    },
    {
      case: 'a configuration of more than 10 KB',
      change: { Configuration: { SessionState: { SessionAttributes: { a: 'ä'.repeat(5200) } } } },
      type: 'InvalidActionParameter',
    },
    {
      case: 'another dialogue action',
      change: { Configuration: { SessionState: { DialogAction: { Type: 'Close' } } } },
      type: 'InvalidActionParameter',
    },
  ])('is refused as $type for $case', async ({ change, type }) => {
    const { call, action } = await talking(change);

    expect(await action.done).toMatchObject({ kind: 'failed', errorType: type });
    expect([call.caller.done, call.spoken]).toEqual([[], []]);
  });

  it('is refused on a bridged call', async () => {
    const call = new FakeCall({ bots }).withLegB();

    expect(await startBotConversation({ BotAliasArn }, call).done).toMatchObject({
      errorType: 'InvalidActionParameter',
    });
  });
});
