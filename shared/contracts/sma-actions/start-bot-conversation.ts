import * as z from 'zod';
import { callLeg } from './common.ts';

/** How large Configuration may be as JSON, bytes. */
export const maximumBotConfigurationBytes = 10 * 1024;

const welcomeMessageSchema = z.object({
  Content: z.string().min(1).optional(),
  ContentType: z.enum(['PlainText', 'SSML']),
});

export const botConfigurationSchema = z.object({
  SessionState: z
    .object({
      /** They come back in IntentResult. */
      SessionAttributes: z.record(z.string(), z.string()).optional(),
      DialogAction: z.object({ Type: z.enum(['Delegate', 'ElicitIntent']).optional() }).optional(),
    })
    .optional(),
  /** Only with the dialogue action ElicitIntent. */
  WelcomeMessages: z.array(welcomeMessageSchema).optional(),
});
export type BotConfiguration = z.infer<typeof botConfigurationSchema>;

/** Lets a caller talk with a bot until the bot knows what is wanted (Amazon Chime SDK developer guide, start-bot-conversation). */
export const startBotConversationSchema = z.strictObject({
  Type: z.literal('StartBotConversation'),
  Parameters: z.strictObject({
    ...callLeg,
    BotAliasArn: z
      .string()
      .regex(/^arn:[\w-]+:lex:[\w-]+:\d{12}:bot-alias\/[^/]+\/[^/]+$/, 'must be the ARN of a bot alias'),
    /** Default: en_US. */
    LocaleId: z.string().optional(),
    Configuration: botConfigurationSchema.optional(),
  }),
});
