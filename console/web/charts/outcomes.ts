import type { FiguresResponse } from '../../../shared/contracts/figures-api.ts';
import type { Outcome } from '../../../shared/domain/call-flow/outcome.ts';
import { destinationName } from '../simulator/destinations.ts';
import { percentWords } from './share-words.ts';

/** From best to worst, as columns of a table. */
export const outcomeOrder = [
  'answered',
  'notAnswered',
  'declined',
  'callerLeft',
  'unreachable',
  'misconfigured',
] as const satisfies readonly Outcome[];

type Destinations = FiguresResponse['destinations'];

/** Who was tried most, and how many could not be reached. */
export function outcomesSentence(destinations: Destinations): string {
  const [most] = destinations;
  if (most === undefined) return 'Nobody was tried in this time.';
  const others = destinations.length - 1;
  const tried = `${destinationName(most.destination)} was tried most often (${timesWords(most.attempts)}) and answered ${percentWords(most.outcomes.answered ?? 0, most.attempts)} of them`;
  const troubled = destinations.filter(
    ({ outcomes }) => (outcomes.unreachable ?? 0) + (outcomes.misconfigured ?? 0) > 0,
  ).length;
  return [
    `${capital(tried)}${others === 0 ? '' : `; ${others} more ${others === 1 ? 'was' : 'were'} tried`}.`,
    ...(troubled === 0 ? [] : [`${troubled} of all could not be reached, or were wrongly set up, at least once.`]),
  ].join(' ');
}

function timesWords(count: number): string {
  return count === 1 ? 'once' : `${count.toLocaleString('en')} times`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
