import * as z from 'zod';
import { botSchema } from '../../../../../../../infra/local/pstn-audio/service/bots/bot-schema.ts';
import { scriptedBots } from '../../../../../../../infra/local/pstn-audio/service/bots/scripted-bots.ts';
import type { BotConversation, BotTurn } from '../../../../../../../infra/local/pstn-audio/service/bots.ts';

const botAliasArn = 'arn:aws:lex:us-east-1:111122223333:bot-alias/ABCDEFGHIJ/KLMNOPQRST';
const script = {
  Intents: [
    {
      Name: 'OrderFlowers',
      Keys: '1',
      Utterances: ['I want flowers'],
      Slots: [
        { Name: 'FlowerType', Prompt: 'Roses or lilies?', Values: { '1': 'roses', '2': 'lilies' } },
        { Name: 'Number', Prompt: 'How many?', Pattern: '\\d{1,2}' },
      ],
      ConfirmationPrompt: 'Shall I order them?',
      State: 'Fulfilled',
      ClosingMessage: 'Thank you.',
      SessionAttributes: { order: '7' },
    },
    { Name: 'Help', Keys: '2' },
  ],
  MaximumAttempts: 2,
};

function start(change: object = {}, configuration: Readonly<Record<string, unknown>> = {}): BotConversation {
  const bots = scriptedBots([botSchema.parse({ BotAliasArn: botAliasArn, Script: { ...script, ...change } })]);
  const conversation = bots.start({ botAliasArn, localeId: 'en_US', sessionId: 'call-a', configuration });
  if (conversation === undefined) throw new Error('no such bot');
  return conversation;
}

/** What the bot says to each of the caller's turns, and the result in the end. */
function hold(conversation: BotConversation, ...turns: readonly string[]) {
  const answers = turns.map((digits) => conversation.heard(digits));
  return {
    said: answers.map(({ say }) => say.map(({ text }) => text).join(' ')),
    result: answers.at(-1)?.intentResult as Result | undefined,
  };
}

interface Result {
  readonly SessionState: { readonly SessionAttributes: object; readonly Intent: Record<string, unknown> };
}

describe('a scripted bot', () => {
  it('asks for every slot, has it confirmed, and tells the result as Lex does', () => {
    const conversation = start({}, { SessionState: { SessionAttributes: { caller: 'x' } } });

    const { said, result } = hold(conversation, '1', '2', '12', '1');

    const Intent = {
      Name: 'OrderFlowers',
      Slots: {
        FlowerType: {
          Value: { OriginalValue: '2', InterpretedValue: 'lilies', ResolvedValues: ['lilies'] },
          Values: [],
        },
        Number: { Value: { OriginalValue: '12', InterpretedValue: '12', ResolvedValues: ['12'] }, Values: [] },
      },
      State: 'Fulfilled',
      ConfirmationState: 'Confirmed',
    };
    expect(said).toEqual(['Roses or lilies?', 'How many?', 'Shall I order them?', 'Thank you.']);
    expect(result).toEqual({
      SessionId: 'call-a',
      SessionState: { SessionAttributes: { caller: 'x', order: '7' }, Intent },
      Interpretations: [{ Intent, NluConfidence: { Score: 1 } }],
    });
  });

  it('hears the caller’s lines where no key is pressed', () => {
    const conversation = start({ CallerSays: ['i want FLOWERS', 'Roses', '3', 'Yes'] });

    const { result } = hold(conversation, '', '', '', '');

    expect(result?.SessionState.Intent).toMatchObject({
      ConfirmationState: 'Confirmed',
      Slots: { FlowerType: { Value: { OriginalValue: 'Roses', InterpretedValue: 'roses' } } },
    });
  });

  it('says the welcome first, and what it is given as SSML as SSML', () => {
    const welcome = [
      { Content: 'Hello.', ContentType: 'PlainText' },
      { Content: '<speak>Hi</speak>', ContentType: 'SSML' },
    ];

    const turn: BotTurn = start({}, { WelcomeMessages: welcome }).begin();

    expect(turn).toEqual({
      say: [
        { text: 'Hello.', textType: 'text' },
        { text: '<speak>Hi</speak>', textType: 'ssml' },
      ],
    });
  });

  it.each([
    {
      case: 'no intent is understood',
      turns: ['9', ''],
      said: ['Sorry, I did not get that.', ''],
      intent: { Name: 'FallbackIntent', Slots: {}, State: 'ReadyForFulfillment', ConfirmationState: 'None' },
    },
    {
      case: 'a slot cannot be had',
      turns: ['1', '9', ''],
      said: ['Roses or lilies?', 'Roses or lilies?', ''],
      intent: { Name: 'OrderFlowers', State: 'Failed', Slots: { FlowerType: null, Number: null } },
    },
    {
      case: 'a value does not match its pattern',
      turns: ['1', '1', '123', '*'],
      said: ['Roses or lilies?', 'How many?', 'How many?', ''],
      intent: { State: 'Failed', Slots: { FlowerType: expect.anything(), Number: null } },
    },
    {
      case: 'the caller says no',
      turns: ['1', '1', '3', '2'],
      said: ['Roses or lilies?', 'How many?', 'Shall I order them?', ''],
      intent: { State: 'Failed', ConfirmationState: 'Denied' },
    },
    {
      case: 'nothing need be asked',
      turns: ['2'],
      said: [''],
      intent: { Name: 'Help', Slots: {}, State: 'ReadyForFulfillment', ConfirmationState: 'None' },
    },
  ])('comes to its end when $case', ({ turns, said, intent }) => {
    const told = hold(start(), ...turns);

    expect(told.said).toEqual(said);
    expect(told.result?.SessionState.Intent).toMatchObject(intent);
  });

  it('is found by its alias and its language', () => {
    const bots = scriptedBots([botSchema.parse({ BotAliasArn: botAliasArn, Script: script })]);
    const request = { botAliasArn, localeId: 'en_US', sessionId: 'call-a', configuration: {} };

    expect(bots.start(request)).toBeDefined();
    expect(bots.start({ ...request, localeId: 'de_DE' })).toBeUndefined();
    expect(bots.start({ ...request, botAliasArn: `${botAliasArn}X` })).toBeUndefined();
  });

  it.each([
    { change: { Intents: [] }, problem: 'Intents' },
    { change: { Intents: [{ Name: 'A', Keys: 'one' }] }, problem: 'must be keys: 0-9, * and #' },
    {
      change: { Intents: [{ Name: 'A', Slots: [{ Name: 'B', Prompt: 'B?', Pattern: '(' }] }] },
      problem: 'must be a regular expression',
    },
  ])('is refused in a configuration: $problem', ({ change, problem }) => {
    const read = botSchema.safeParse({ BotAliasArn: botAliasArn, Script: { ...script, ...change } });

    expect(read.success ? '' : z.prettifyError(read.error)).toContain(problem);
  });
});
