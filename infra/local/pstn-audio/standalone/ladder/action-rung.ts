import { maskNumbers, type Privacy } from '../watching/privacy.ts';
import type { CallNews } from '../watching/watched-call.ts';
import type { Rung } from './rung.ts';

/** The beginning or the end of an action. */
export function actionRung({ trace }: Extract<CallNews, { kind: 'action' }>, privacy: Privacy): Rung {
  const { actionType, result, milliseconds } = trace;
  const full = (value: object): string => (privacy === 'full' ? ` ${JSON.stringify(value)}` : '');
  if (result === undefined) return { lane: 'action', mark: '▶', text: actionType, tone: 'action' };
  const took = milliseconds === undefined ? {} : { took: milliseconds };
  const more = full({ ...result.parameters, ...result.outcome });
  return result.kind === 'successful'
    ? { lane: 'action', mark: '■', text: `${actionType} done${more}`, tone: 'good', ...took }
    : {
        lane: 'action',
        mark: '✖',
        text: `${actionType} ${result.errorType}: ${maskNumbers(result.errorMessage, privacy)}${more}`,
        tone: 'bad',
        ...took,
      };
}
