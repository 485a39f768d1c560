import {
  maximumBotConfigurationBytes,
  startBotConversationSchema,
  type BotConfiguration,
} from '../../../../../shared/contracts/sma-actions/start-bot-conversation.ts';
import {
  failedAction,
  finishedAction,
  refusedAction,
  refusedParameter,
  successfulAction,
  systemError,
  type RunningAction,
} from '../action-result.ts';
import { turnTiming } from '../bots/caller-turn.ts';
import { talk } from '../bots/talk.ts';
import { legOf, type CallControl } from '../call-control.ts';
import { readParameters } from './parameters.ts';

const defaultLocale = 'en_US';

/**
 * Lets the caller talk with a bot (Amazon Chime SDK developer guide, start-bot-conversation). The session is named by the leg's
 * CallId, and what the bot has found out comes back as IntentResult.
 */
export function startBotConversation(
  parameters: Readonly<Record<string, unknown>>,
  control: CallControl,
): RunningAction {
  const { caller, parts, awsRegion } = control;
  const sessionId = caller.description.callId;
  const read = readParameters(startBotConversationSchema.shape.Parameters, parameters);
  if (read.kind === 'invalid') return refusedParameter(parameters, [...read.missing, ...read.wrong][0] ?? '');
  const {
    BotAliasArn: botAliasArn,
    LocaleId: localeId = defaultLocale,
    Configuration: configuration = {},
  } = read.value;
  const filledIn = { ...read.value, CallId: sessionId };
  if (legOf(control, read.value) !== caller) return refusedParameter(read.value, 'CallId');
  if (control.legs.some((leg) => leg !== caller && leg.connected))
    return refusedAction(filledIn, 'Invalid action on the call.');
  const problem = problemOf(configuration) ?? regionProblem(botAliasArn, awsRegion);
  if (problem !== undefined) return refusedAction(filledIn, problem);

  const conversation = parts.bots.start({ botAliasArn, localeId, sessionId, configuration });
  if (conversation === undefined)
    return finishedAction(
      failedAction(
        filledIn,
        botAliasArn.split(':')[4] === parts.objects.awsAccountId
          ? { errorType: 'ResourceNotFound', errorMessage: 'The specified bot is not found.' }
          : { errorType: 'ResourceAccessDenied', errorMessage: 'Access to the bot is denied.' },
      ),
    );

  caller.answer();
  const talking = talk({
    conversation,
    audio: caller.audio,
    speech: parts.speech,
    timers: parts.timers,
    timing: turnTiming(configuration.SessionState?.SessionAttributes ?? {}),
    languageCode: localeId.replace('_', '-'),
  });
  return {
    done: talking.done.then((intentResult) =>
      intentResult === undefined
        ? failedAction(filledIn, systemError)
        : successfulAction(filledIn, { IntentResult: intentResult }),
    ),
    abort: () => talking.breakOff(),
  };
}

function problemOf(configuration: BotConfiguration): string | undefined {
  if (Buffer.byteLength(JSON.stringify(configuration)) > maximumBotConfigurationBytes)
    return 'Configuration parameter value is invalid. Its JSON must not be larger than 10 KB.';
  const { SessionState: state, WelcomeMessages: welcome = [] } = configuration;
  if (welcome.length > 0 && state?.DialogAction?.Type !== 'ElicitIntent')
    return 'WelcomeMessages parameter value is invalid. DialogAction Type must be ElicitIntent.';
  return undefined;
}

/** The bot lives in the Region of the application. */
function regionProblem(botAliasArn: string, awsRegion: string): string | undefined {
  return botAliasArn.split(':')[3] === awsRegion ? undefined : 'BotAliasArn parameter value is invalid.';
}
