import * as z from 'zod';
import { callCommandSchema } from '../../../shared/contracts/call-command.ts';
import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { CallCommandResponse } from '../../../shared/contracts/console-api.ts';
import type { CallCommand } from '../../../shared/domain/call-flow/call-command.ts';
import { answerError, answerJson, type Answer } from '../answer.ts';
import { audited } from '../audit.ts';
import type { CallControl } from '../call-control.ts';
import { findCommandedCall, type FoundCall } from '../find-commanded-call.ts';
import { readBody } from '../read-body.ts';
import type { ConsoleServices } from '../console-services.ts';
import type { Route } from '../route.ts';
import type { ConsoleEvent } from '../token.ts';

/** Has a call under way transferred, hung up, muted, or told that an adviser is there. Accepted, not done: the call's records tell. */
export const commandCall: Route<ConsoleServices> = {
  ...consoleRoutes.commandCall,

  async answer(event, services) {
    const transactionId = z.uuid().safeParse(event.pathParameters?.['transactionId']);
    if (!transactionId.success)
      return answerError(
        400,
        'invalid-transaction-id',
        'This is no transaction id: take it from the call’s records, or from the invitation to its meeting.',
      );
    const command = callCommandSchema.safeParse(readBody(event));
    if (!command.success) return answerError(400, 'invalid-call-command', problemsOf(command.error));
    if (services.callControl === undefined)
      return answerError(
        503,
        'commands-unavailable',
        'No command is sent here: neither CALL_COMMAND_SECRET nor CALL_COMMAND_KEYS is set, or the keys cannot be read.',
      );
    const sent = { transactionId: transactionId.data.toLowerCase(), command: command.data };
    return send(event, sent, services.callControl, services);
  },
};

async function send(
  event: ConsoleEvent,
  { transactionId, command }: { readonly transactionId: string; readonly command: CallCommand },
  control: CallControl,
  services: ConsoleServices,
): Promise<Answer> {
  const call = await findCommandedCall(transactionId, control, services);
  if (call === undefined) return notFound();
  const sent = await control.commands.send(call, command);
  services.log.info('call-commanded', { transactionId, command: command.command, outcome: sent.kind });
  switch (sent.kind) {
    case 'accepted':
      await audited(
        event,
        { kind: 'callCommanded', subject: transactionId, detail: commandInWords(command) },
        services,
      );
      return answerJson(202, { commandId: sent.commandId } satisfies CallCommandResponse);
    case 'callNotFound':
      return gone(call);
    case 'throttled':
      return answerError(
        429,
        'commands-throttled',
        'PSTN Audio takes no more commands at the moment: try again in a second.',
      );
    case 'unavailable':
      return answerError(
        503,
        'commands-unavailable',
        'PSTN Audio could not be asked: try again; the log says what failed.',
      );
  }
}

/** "hangUp", "transfer branch:tacoma". */
function commandInWords(command: CallCommand): string {
  return command.command === 'transfer' ? `transfer ${command.destination}` : command.command;
}

/** PSTN Audio does not tell calls that are over from calls that never were; records do. */
function gone({ recorded }: FoundCall): Answer {
  return recorded ? answerError(409, 'call-ended', 'The call is over: its records tell how it went.') : notFound();
}

function notFound(): Answer {
  return answerError(404, 'call-not-found', 'There is no such call under way.');
}

/** What is wrong, and where; what was sent is not repeated. */
function problemsOf({ issues }: z.ZodError): string {
  const problems = issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
  return `${problems.join('; ')}. Write {"command":"transfer","destination":"branch:tacoma"}, or hangUp, mute, unmute or adviserJoined without a destination.`;
}
