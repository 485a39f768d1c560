import { hasCode } from '../../shared/errors.ts';
import { answerError, type Answer } from '../api/answer.ts';

export function tableTooLarge(): Answer {
  return answerError(
    413,
    'table-too-large',
    'The table is too large to be stored: use fewer branches, rules or schedules. Nothing was changed.',
  );
}

/** What a store answers, or `tooLarge` where it rejects for that. */
export async function unlessTooLarge<Result>(stored: Promise<Result>): Promise<Result | { readonly kind: 'tooLarge' }> {
  try {
    return await stored;
  } catch (error) {
    if (hasCode(error, 'table-too-large')) return { kind: 'tooLarge' };
    throw error;
  }
}
