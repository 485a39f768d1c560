import { Problem } from '../../data/problem.ts';

/** Whatever went wrong, as people are told of it. */
export function anyProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('', { code: 'unexpected', status: 0, cause: error });
}
