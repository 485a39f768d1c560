import type { RunningAction } from '../action-result.ts';

/** Not carried out yet: it fails as it does where AWS breaks down, and the function goes on as it would there. */
export function recordAudio(parameters: Readonly<Record<string, unknown>>): RunningAction {
  return {
    done: Promise.resolve({
      kind: 'failed',
      parameters,
      errorType: 'SystemException',
      errorMessage: 'The local PSTN Audio does not record.',
    }),
    abort: () => undefined,
  };
}
