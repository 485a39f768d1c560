import type { ReactElement } from 'react';
import type { Rule } from '../table-parts.ts';
import { ruleWords } from './rule-words.ts';
import styles from './rules.module.css';

interface RuleSentenceProps {
  readonly rule: Omit<Rule, 'id'>;
  /** Who it is for is said by its heading. */
  readonly isDefault?: boolean;
}

/** Who a rule is for and what it does, as one reads it aloud. */
export function RuleSentence({ rule, isDefault = false }: RuleSentenceProps): ReactElement {
  const { when, attempts, service } = ruleWords(rule);
  return (
    <p className={styles['sentence']}>
      {!isDefault && <span className={styles['when']}>{when === 'everybody' ? when : `when ${when}`} – </span>}
      {attempts.length > 1 ? 'first ' : ''}
      {attempts.join(', then ')}
      {service !== '' && <span className={styles['service']}>; {service}</span>}
    </p>
  );
}
