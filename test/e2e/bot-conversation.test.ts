import { botSchema } from '../../infra/local/pstn-audio/service/bots/bot-schema.ts';
import { scriptedBots } from '../../infra/local/pstn-audio/service/bots/scripted-bots.ts';
import {
  actions,
  connected,
  hangingUpTheOther,
  pstnAudioForEachTest,
  respond,
  typesOf,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();

const BotAliasArn = 'arn:aws:lex:us-east-1:111122223333:bot-alias/ABCDEFGHIJ/KLMNOPQRST';
const bots = scriptedBots([
  botSchema.parse({
    BotAliasArn,
    Script: {
      Intents: [
        { Name: 'Balance', Keys: '1', Slots: [{ Name: 'Account', Prompt: 'Which account?', Pattern: '\\d{4}' }] },
      ],
    },
  }),
]);
const talk = {
  Type: 'StartBotConversation',
  Parameters: {
    BotAliasArn,
    Configuration: {
      SessionState: { SessionAttributes: { tier: 'gold' }, DialogAction: { Type: 'ElicitIntent' } },
      WelcomeMessages: [{ Content: 'Press 1 for your balance.', ContentType: 'PlainText' }],
    },
  },
};

const script = hangingUpTheOther(({ InvocationEventType: type }) =>
  respond(type === 'NEW_INBOUND_CALL' ? talk : actions.hangup()),
);

describe('a caller who talks with a bot', () => {
  it('is understood by keys, and the function gets what the bot has found out', async () => {
    const fixture = await between(script, { bots });
    const alice = await connected(fixture);

    await alice.press(',1#,4711#');
    await alice.ended;
    await fixture.service.idle();

    const callId = fixture.told[0]?.CallDetails.Participants[0]?.CallId;
    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL StartBotConversation', 'HANGUP Hangup']);
    expect(fixture.told[1]).toMatchObject({
      ActionData: {
        Parameters: { ...talk.Parameters, CallId: callId },
        IntentResult: {
          SessionId: callId,
          SessionState: {
            SessionAttributes: { tier: 'gold' },
            Intent: {
              Name: 'Balance',
              Slots: { Account: { Value: { OriginalValue: '4711' } } },
              State: 'ReadyForFulfillment',
            },
          },
        },
      },
    });
  });

  it('may hang up in the middle', async () => {
    const fixture = await between(script, { bots });
    const alice = await connected(fixture);

    await alice.press('1#');
    alice.hangUp();
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_FAILED StartBotConversation', 'HANGUP Hangup']);
  });
});
