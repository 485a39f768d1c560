import type { InvocationTrace } from '../../service/trace.ts';
import { maskNumbers, type Privacy } from '../watching/privacy.ts';
import type { CallNews } from '../watching/watched-call.ts';
import type { Rung } from './rung.ts';

/** An event, and what its function made of it. */
export function invocationRung({ trace }: Extract<CallNews, { kind: 'invocation' }>, privacy: Privacy): Rung {
  const { functionArn, sequence, invocationEventType, milliseconds, deliveries, failure, invalid } = trace;
  const again = deliveries > 1 ? ` (delivered ${deliveries} times)` : '';
  const full = privacy === 'full' ? ` ${JSON.stringify(trace.event)} ⇒ ${JSON.stringify(trace.response)}` : '';
  return {
    lane: functionNameIn(functionArn),
    mark: failure === undefined && invalid === undefined ? '▶' : '✖',
    text: `#${sequence} ${invocationEventType}${actionOf(trace)}${again} ⇒ ${outcomeOf(trace, privacy)}${full}`,
    tone: failure === undefined && invalid === undefined ? 'event' : 'bad',
    took: milliseconds,
  };
}

/** What went wrong inside of the function, one rung for each delivery that failed. */
export function failureRungs({ functionArn, errors }: InvocationTrace, privacy: Privacy): readonly Rung[] {
  return errors.map(({ errorType, errorMessage }) => ({
    lane: functionNameIn(functionArn),
    mark: '✖',
    text: ['failed', errorType, ...(errorMessage === undefined ? [] : [maskNumbers(errorMessage, privacy)])].join(': '),
    tone: 'bad',
  }));
}

/** The name in the ARN of a function. */
export function functionNameIn(arn: string): string {
  return arn.split(':')[6] ?? arn;
}

function outcomeOf({ failure, invalid, response, actions }: InvocationTrace, privacy: Privacy): string {
  if (failure !== undefined) return `no answer: ${failure}`;
  if (invalid !== undefined) return `refused: ${invalid.errorType}: ${maskNumbers(invalid.errorMessage, privacy)}`;
  if (actions.length > 0) return actions.join(', ');
  const given = typeof response === 'object' && response !== null && 'Actions' in response ? response.Actions : null;
  return Array.isArray(given) ? 'no more actions' : 'actions as before';
}

/** The action that the event is about, such as `Speak` or `Speak CallNotAnswered`. */
function actionOf({ event }: InvocationTrace): string {
  const data = 'ActionData' in event ? (event.ActionData as { Type?: unknown; ErrorType?: unknown }) : undefined;
  return [data?.Type, data?.ErrorType].flatMap((word) => (typeof word === 'string' ? [` ${word}`] : [])).join('');
}
