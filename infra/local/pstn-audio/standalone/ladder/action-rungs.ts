import { maskNumbers, type Privacy } from '../watching/privacy.ts';
import type { CallNews } from '../watching/watched-call.ts';
import { noteRung, type Rung } from './rung.ts';

/** The beginning of an action, or its end and what its error leaves open. */
export function actionRungs({ trace }: Extract<CallNews, { kind: 'action' }>, privacy: Privacy): readonly Rung[] {
  const { actionType, result, milliseconds } = trace;
  const full = (value: object): string => (privacy === 'full' ? ` ${JSON.stringify(value)}` : '');
  if (result === undefined) return [{ lane: 'action', mark: '▶', text: actionType, tone: 'action' }];
  const took = milliseconds === undefined ? {} : { took: milliseconds };
  const more = full({ ...result.parameters, ...result.outcome });
  if (result.kind === 'successful')
    return [{ lane: 'action', mark: '■', text: `${actionType} done${more}`, tone: 'good', ...took }];
  const { errorType, errorMessage, note } = result;
  const text = `${actionType} ${errorType}: ${maskNumbers(errorMessage, privacy)}${more}`;
  return [
    { lane: 'action', mark: '✖', text, tone: 'bad', ...took },
    ...(note === undefined ? [] : [noteRung('action', note, privacy)]),
  ];
}
