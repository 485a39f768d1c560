/**
 * What an attempt can come to, short of somebody answering or the caller leaving, as finely as a table may tell it apart.
 * AWS was seen to report busy, no answer and decline alike; `declined` is for where more is known.
 */
export const policyOutcomes = ['notAnswered', 'declined', 'unreachable', 'misconfigured'] as const;
export type PolicyOutcome = (typeof policyOutcomes)[number];

/** `next`: the next attempt. `nextKind`: the next one that is of another kind. `end`: words and a hangup. */
export const policyActions = ['next', 'nextKind', 'end'] as const;
export type PolicyAction = (typeof policyActions)[number];

/** What to do on which outcome, where the table differs from `usualPolicy`. */
export type OutcomePolicy = Readonly<Partial<Record<PolicyOutcome, PolicyAction>>>;

/** Of attempts that can fail. */
export interface WithPolicy {
  /** Absent: the usual policy. */
  readonly onOutcome?: OutcomePolicy;
}

/** Of attempts that ring. */
export interface Ringing extends WithPolicy {
  /** 1 to 120. */
  readonly timeoutSeconds: number;
}

/** A declined call is a person's answer: no more people are rung, a machine or a meeting may still be tried. */
export const usualPolicy: Readonly<Record<PolicyOutcome, PolicyAction>> = {
  notAnswered: 'next',
  declined: 'nextKind',
  unreachable: 'next',
  misconfigured: 'next',
};

export function actionOn(outcome: PolicyOutcome, policy: OutcomePolicy | undefined): PolicyAction {
  return policy?.[outcome] ?? usualPolicy[outcome];
}
