import type { Plan } from '../../shared/domain/routing/plan.ts';

/**
 * The plan where no voicemail can be recorded. A plan that would have ended in one, with or without words around it, ends
 * at the default destination: words that lead to a recording are not to be followed by none.
 */
export function withoutVoicemail(plan: Plan, defaultPlan: Plan): Plan {
  const { attempts } = plan;
  const last = attempts.findLastIndex(({ kind }) => kind !== 'message' && kind !== 'voicemail');
  const ending = attempts.slice(last + 1);
  const endsInVoicemail = ending.some(({ kind }) => kind === 'voicemail');
  const others = attempts.slice(0, last + 1).filter(({ kind }) => kind !== 'voicemail');
  return { ...plan, attempts: [...others, ...(endsInVoicemail ? defaultPlan.attempts : ending)] };
}
