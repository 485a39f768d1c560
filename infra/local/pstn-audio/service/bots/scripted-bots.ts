import { botConfigurationSchema } from '../../../../../shared/contracts/sma-actions/start-bot-conversation.ts';
import type { Bots } from '../bots.ts';
import type { BotDefinition } from './bot-schema.ts';
import { ScriptedConversation } from './scripted-conversation.ts';

/** The bots of a configuration. */
export function scriptedBots(definitions: readonly BotDefinition[]): Bots {
  return {
    start({ botAliasArn, localeId, sessionId, configuration }) {
      const bot = definitions.find(({ BotAliasArn, LocaleId }) => BotAliasArn === botAliasArn && LocaleId === localeId);
      if (bot === undefined) return undefined;
      const { SessionState: state, WelcomeMessages: welcome = [] } = botConfigurationSchema.parse(configuration);
      return new ScriptedConversation(bot.Script, {
        sessionId,
        sessionAttributes: state?.SessionAttributes ?? {},
        welcome: welcome.flatMap(({ Content, ContentType }) =>
          Content === undefined ? [] : [{ text: Content, textType: ContentType === 'SSML' ? 'ssml' : 'text' } as const],
        ),
      });
    },
  };
}
