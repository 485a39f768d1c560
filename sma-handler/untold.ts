import type { Following } from './call-state.ts';

/** Words could not be said: whoever was to hear that the call is recorded may not have, and it is not, until they have. */
export function untold<State extends Following>(state: State): State {
  return state.recording === 'wanted' && state.facts.service?.recording === 'always'
    ? { ...state, recording: 'due' }
    : state;
}
