import type { ReactElement } from 'react';
import {
  policyActions,
  policyOutcomes,
  usualPolicy,
  type OutcomePolicy,
} from '../../../../../shared/domain/routing/attempt-policy.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from '../../forms/forms.module.css';
import type { Errors } from '../../forms/part-issues.ts';
import type { Attempt } from '../../table-parts.ts';
import { actionWords, outcomeWords } from '../rule-words.ts';
import { canFail, usualTimeout, type AttemptKind } from './attempt-kinds.ts';

type Policy = Pick<Attempt, 'timeout' | 'onOutcome'>;

export interface PolicyFieldsProps {
  readonly kind: AttemptKind | undefined;
  readonly policy: Policy;
  readonly onChange: (policy: {
    readonly timeout: number | undefined;
    readonly onOutcome: OutcomePolicy | undefined;
  }) => void;
  readonly errors: Errors;
}

const usual = 'usual';

/** How long it rings, and what follows when nobody answers. */
export function PolicyFields({ kind, policy, onChange, errors }: PolicyFieldsProps): ReactElement | null {
  const { timeout, onOutcome } = policy;
  const seconds = usualTimeout(kind);
  if (!canFail(kind)) return null;
  return (
    <div className={styles['columns']}>
      {seconds !== undefined && (
        <NumberField
          label={kind === 'meeting' ? 'Waits for an adviser' : 'Rings for'}
          unit="s"
          value={timeout}
          minValue={1}
          maxValue={120}
          onChange={(next) => onChange({ timeout: next, onOutcome })}
          description={errors.noteAt('timeout') ?? `${seconds} s when it is left out`}
          error={errors.at('timeout')}
        />
      )}
      {policyOutcomes.map((outcome) => (
        <Select
          key={outcome}
          label={`If ${outcomeWords[outcome]}`}
          items={[
            { id: usual, name: `as usual: ${actionWords[usualPolicy[outcome]]}` },
            ...policyActions.map((id) => ({ id, name: actionWords[id] })),
          ]}
          selected={onOutcome?.[outcome] ?? usual}
          onSelect={(action) => onChange({ timeout, onOutcome: policyWith(onOutcome, outcome, action) })}
          error={errors.at('onOutcome', outcome)}
          description={errors.noteAt('onOutcome', outcome)}
        />
      ))}
    </div>
  );
}

function policyWith(policy: OutcomePolicy = {}, outcome: string, action: string): OutcomePolicy | undefined {
  const rest = Object.entries(policy).filter(([key]) => key !== outcome);
  const next = Object.fromEntries(action === usual ? rest : [...rest, [outcome, action]]) as OutcomePolicy;
  return Object.keys(next).length === 0 ? undefined : next;
}
