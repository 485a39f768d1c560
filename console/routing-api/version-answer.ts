import type { VersionAnswer } from '../../shared/contracts/tables-api.ts';
import type { VersionRecord } from '../../shared/ports/routing-table-store.ts';
import { answerError, type Answer } from '../api/answer.ts';

export function versionAnswer({ at, ...record }: VersionRecord): VersionAnswer {
  return { ...record, at: new Date(at).toISOString() };
}

export function noSuchVersion(): Answer {
  return answerError(
    404,
    'version-not-found',
    'The table never had such a version in force: see the list of its versions.',
  );
}

/** 409: the version that a change was begun from is no longer in force. */
export function versionChanged(current: number): Answer {
  const inForce = current === 0 ? 'none is in force' : `version ${current} is in force`;
  return answerError(
    409,
    'version-changed',
    `Another version than the one that you started from: ${inForce}. Nothing was changed: look at it, and say that you start from it.`,
    { current },
  );
}
