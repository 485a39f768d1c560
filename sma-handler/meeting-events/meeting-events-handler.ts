import { readAdviserNews } from '../../shared/contracts/meeting-events.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import { BridgeError } from '../../shared/errors.ts';
import type { Logger } from '../../shared/observability/logger.ts';
import type { CallCommands, CommandedCall } from '../../shared/ports/call-commands.ts';

export interface MeetingEventsServices {
  readonly commands: CallCommands;
  /** The SIP media application whose calls open meetings in this Region. */
  readonly application: Omit<CommandedCall, 'transactionId'>;
  readonly log: Logger;
}

/**
 * Tells a call that an adviser has come into its meeting, has left it, or has lost the connection. An event that comes twice, or too
 * late, does no harm: the call knows by then, and goes by when it happened. Rejects when the call could not be told, for then Lambda
 * hands the event over again, twice at most (AWS Lambda developer guide, asynchronous invocation).
 */
export function createMeetingEventsHandler(services: MeetingEventsServices): (event: unknown) => Promise<void> {
  const { commands, application, log } = services;
  return async (event) => {
    const news = readAdviserNews(event);
    if (news === undefined) return;
    const { transactionId, ...command } = news;
    const sent = await commands.send({ transactionId, ...application }, command);
    log.info('adviser-news', { transactionId, command: command.command, outcome: sent.kind });
    switch (sent.kind) {
      case 'accepted':
      // The call is over: whoever leaves a meeting after that is no news.
      case 'callNotFound':
        return;
      case 'throttled':
      case 'unavailable':
        throw new BridgeError('store-unavailable', 'PSTN Audio did not take the news of an adviser');
      default:
        assertNever(sent);
    }
  };
}
