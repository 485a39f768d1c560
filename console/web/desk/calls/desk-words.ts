import { durationWords } from '../../ui/duration.ts';
import { destinationWords } from '../destinations/find-destinations.ts';
import type { DeskCall, DeskState } from './desk-calls.ts';

type Tone = 'neutral' | 'good' | 'warning' | 'error' | 'info';

export const stateWords: Readonly<Record<DeskState, string>> = {
  rings: 'rings here',
  waits: 'waits in a meeting',
  talks: 'answered',
  connecting: 'being connected',
};

export const stateTones: Readonly<Record<DeskState, Tone>> = {
  rings: 'warning',
  waits: 'warning',
  talks: 'good',
  connecting: 'info',
};

/** "A call rings here: branch tacoma", for whoever cannot see the list. */
export function announcement({ state, destination }: DeskCall): string {
  return `A call ${stateWords[state]}${destination === undefined ? '' : `: ${destinationWords(destination)}`}`;
}

/** Whole seconds, because they are counted while one looks. */
export function lengthWords(ms: number): string {
  return durationWords(Math.floor(Math.max(0, ms) / 1000) * 1000).replace(/^0 ms$/, '0 s');
}
