import * as z from 'zod';
import type { InvocationTrace } from '../../service/trace.ts';
import { maskNumbers, type Privacy } from '../watching/privacy.ts';
import type { CallNews } from '../watching/watched-call.ts';
import type { Rung } from './rung.ts';

/** What of a HANGUP tells who has left, and who has not. */
const hangupSchema = z.object({
  ActionData: z.object({ Parameters: z.object({ ParticipantTag: z.string() }) }),
  CallDetails: z.object({ Participants: z.array(z.object({ ParticipantTag: z.string(), Status: z.string() })) }),
});

/** An event, and what its function made of it. */
export function invocationRung({ trace }: Extract<CallNews, { kind: 'invocation' }>, privacy: Privacy): Rung {
  const { functionArn, sequence, invocationEventType, milliseconds, deliveries, failure, invalid } = trace;
  const again = deliveries > 1 ? ` (delivered ${deliveries} times)` : '';
  return {
    lane: functionNameIn(functionArn),
    mark: failure === undefined && invalid === undefined ? '▶' : '✖',
    text: `#${sequence} ${invocationEventType}${actionOf(trace)}${again} ⇒ ${outcomeOf(trace, privacy)}`,
    tone: failure === undefined && invalid === undefined ? 'event' : 'bad',
    took: milliseconds,
    ...(privacy === 'full' ? { block: [...pretty('event', trace.event), ...pretty('answer', trace.response)] } : {}),
  };
}

function pretty(name: string, value: unknown): readonly string[] {
  return `${name} ${JSON.stringify(value, undefined, 2) ?? 'none'}`.split('\n');
}

/** The caller has left, somebody else is still there, and the function has done nothing about it: on AWS, too, that goes on for ever. */
export function leftBehindRungs({ event, invocationEventType, actions }: InvocationTrace): readonly Rung[] {
  if (invocationEventType !== 'HANGUP' || actions.length > 0) return [];
  const { data } = hangupSchema.safeParse(event);
  if (data?.ActionData.Parameters.ParticipantTag !== 'LEG-A') return [];
  return data.CallDetails.Participants.filter(({ Status }) => Status === 'Connected').map(({ ParticipantTag }) => ({
    lane: 'call',
    mark: '│',
    text: `${ParticipantTag} is still up: the function has to hang it up`,
    tone: 'bad',
  }));
}

/** What went wrong inside of the function, one rung for each delivery that failed. */
export function failureRungs({ functionArn, errors }: InvocationTrace, privacy: Privacy): readonly Rung[] {
  return errors.map(({ errorType, errorMessage, place }) => {
    const words = [
      'failed',
      maskNumbers(errorType, privacy),
      ...(errorMessage === undefined ? [] : [maskNumbers(errorMessage, privacy)]),
    ];
    const text = `${words.join(': ')}${place === undefined ? '' : ` (${place})`}`;
    return { lane: functionNameIn(functionArn), mark: '✖', text, tone: 'bad' };
  });
}

/** The name in the ARN of a function. */
export function functionNameIn(arn: string): string {
  return arn.split(':')[6] ?? arn;
}

function outcomeOf(trace: InvocationTrace, privacy: Privacy): string {
  const { failure, invalid, response, actions, ignoredActions = 0 } = trace;
  if (failure !== undefined) return `no answer: ${failure}`;
  if (invalid !== undefined) return `refused: ${invalid.errorType}: ${maskNumbers(invalid.errorMessage, privacy)}`;
  if (actions.length > 0) return actions.join(', ');
  if (ignoredActions > 0) return `(${ignoredActions} ${ignoredActions === 1 ? 'action' : 'actions'} ignored)`;
  const given = typeof response === 'object' && response !== null && 'Actions' in response ? response.Actions : null;
  return Array.isArray(given) ? 'no more actions' : 'actions as before';
}

/** The action that the event is about, such as `Speak` or `Speak CallNotAnswered`. */
function actionOf({ event }: InvocationTrace): string {
  const data = 'ActionData' in event ? (event.ActionData as { Type?: unknown; ErrorType?: unknown }) : undefined;
  return [data?.Type, data?.ErrorType].flatMap((word) => (typeof word === 'string' ? [` ${word}`] : [])).join('');
}
