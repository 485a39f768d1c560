import * as z from 'zod';

const keys = z.string().regex(/^[\d*#]{1,20}$/, 'must be keys: 0-9, * and #');

const slotSchema = z.strictObject({
  Name: z.string().min(1).describe('The name of the slot in IntentResult.'),
  Prompt: z.string().min(1).describe('What the bot asks for it.'),
  Values: z
    .record(keys, z.string().min(1))
    .optional()
    .describe('What keys mean: { "1": "roses" }. Left out: the keys themselves, or the words, are the value.'),
  Pattern: z
    .string()
    .refine(isRegularExpression, 'must be a regular expression')
    .optional()
    .describe('A regular expression that the whole value has to match.'),
});

const intentSchema = z.strictObject({
  Name: z.string().min(1).describe('The name of the intent in IntentResult.'),
  Keys: keys.optional().describe('The keys that choose this intent.'),
  Utterances: z.array(z.string().min(1)).default([]).describe('The words that choose it; case does not count.'),
  Slots: z.array(slotSchema).default([]).describe('What the bot asks for, in this order.'),
  ConfirmationPrompt: z.string().min(1).optional().describe('Asked in the end: 1 or "yes" confirms, 2 or "no" denies.'),
  State: z
    .enum(['ReadyForFulfillment', 'Fulfilled', 'Failed'])
    .default('ReadyForFulfillment')
    .describe(
      'How the intent ends when all is known. Fulfilled or Failed: as a bot ends whose own function sees to it.',
    ),
  ClosingMessage: z.string().min(1).optional().describe('The last words of the bot.'),
  SessionAttributes: z
    .record(z.string(), z.string())
    .default({})
    .describe('What a bot’s own function would add to the session attributes.'),
});

/**
 * A bot that can be talked to, of a configuration. There is no speech recognition here: keys stand for words, and a script may say
 * what the caller says when nothing is pressed.
 */
export const botSchema = z.strictObject({
  BotAliasArn: z
    .string()
    .regex(/^arn:[\w-]+:lex:[\w-]+:\d{12}:bot-alias\/[^/]+\/[^/]+$/, 'must be the ARN of a bot alias of Lex V2')
    .describe('By which StartBotConversation names the bot.'),
  LocaleId: z.string().min(1).default('en_US').describe('The one language that it speaks.'),
  Script: z.strictObject({
    Intents: z.array(intentSchema).min(1),
    CallerSays: z
      .array(z.string())
      .default([])
      .describe('What the caller says, turn by turn, when no key is pressed. After the last one, nothing.'),
    IntentPrompt: z
      .string()
      .min(1)
      .default('Sorry, I did not get that.')
      .describe('Said when no intent was understood.'),
    MaximumAttempts: z.int().min(1).max(10).default(3).describe('At one question, before the bot gives up.'),
  }),
});
export type BotDefinition = z.infer<typeof botSchema>;
export type BotScript = BotDefinition['Script'];
export type BotIntent = BotScript['Intents'][number];
export type BotSlot = BotIntent['Slots'][number];

function isRegularExpression(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}
