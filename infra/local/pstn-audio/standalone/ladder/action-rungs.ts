import { maskNumbers, type Privacy } from '../watching/privacy.ts';
import type { CallNews } from '../watching/watched-call.ts';
import { noteRung, type Rung } from './rung.ts';

type ActionTrace = Extract<CallNews, { kind: 'action' }>['trace'];

const cuts = { interrupted: 'by a new list', abandoned: 'its leg has gone' } as const;

/** The beginning of an action, or its end and what its error leaves open. */
export function actionRungs({ trace }: Extract<CallNews, { kind: 'action' }>, privacy: Privacy): readonly Rung[] {
  const { actionType, parameters, result, milliseconds, cutOff } = trace;
  const full = (value: object | undefined): string =>
    privacy === 'full' && value !== undefined ? ` ${JSON.stringify(value)}` : '';
  if (result === undefined) {
    const text = `${actionType}${maskNumbers(objectOf(trace), privacy)}${full(parameters)}`;
    return [{ lane: 'action', mark: '▶', text, tone: 'action' }];
  }
  const took = milliseconds === undefined ? {} : { took: milliseconds };
  const more = full(result.outcome);
  if (cutOff !== undefined)
    return [
      { lane: 'action', mark: '■', text: `${actionType} cut off: ${cuts[cutOff]}${more}`, tone: 'action', ...took },
    ];
  if (result.kind === 'successful')
    return [{ lane: 'action', mark: '■', text: `${actionType} done${more}`, tone: 'good', ...took }];
  const { errorType, errorMessage, note } = result;
  const text = `${actionType} ${errorType}: ${maskNumbers(errorMessage, privacy)}${more}`;
  return [
    { lane: 'action', mark: '✖', text, tone: 'bad', ...took },
    ...(note === undefined ? [] : [noteRung('action', note, privacy)]),
  ];
}

/** Which leg and which prompt, as in ` LEG-A prompts/welcome.wav`. */
function objectOf({ tag, parameters }: ActionTrace): string {
  const { BucketName, Key } = Object(parameters?.['AudioSource']) as { BucketName?: unknown; Key?: unknown };
  const prompt = typeof BucketName === 'string' && typeof Key === 'string' ? `${BucketName}/${Key}` : undefined;
  return [tag, prompt].flatMap((word) => (word === undefined ? [] : [` ${word}`])).join('');
}
