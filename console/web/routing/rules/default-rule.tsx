import { Suspense, useState, type ReactElement } from 'react';
import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import { FindingLines } from '../findings/finding-line.tsx';
import { useIsUnfinished } from '../forms/unfinished.tsx';
import { defaultFormName } from './form-names.ts';
import { DefaultForm } from './late-forms.ts';
import { RuleSentence } from './rule-sentence.tsx';
import styles from './rules.module.css';

export interface DefaultRuleProps {
  readonly desk: DraftDesk;
  readonly value: TableFile['default'];
  readonly findings: readonly FindingAnswer[];
}

/** Who is tried for everybody whom no rule takes. */
export function DefaultRule({ desk, value, findings }: DefaultRuleProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const isUnfinished = useIsUnfinished(defaultFormName);
  return (
    <section className={styles['row']} aria-labelledby="everybody-else">
      <div className={styles['line']}>
        <div className={styles['words']}>
          <h2 id="everybody-else" className={styles['heading']}>
            Everybody else
          </h2>
          {isUnfinished && <Tag tone="warning">unfinished</Tag>}
          <RuleSentence rule={value} isDefault />
        </div>
        {desk.mayEdit && (
          <Button
            variant="quiet"
            onPress={() => setOpen(!isOpen)}
            aria-label={`${isOpen ? 'Close' : 'Edit'} the default`}
          >
            {isOpen ? 'Close' : 'Edit'}
          </Button>
        )}
      </div>
      <FindingLines table={desk.name} findings={findings} />
      {isOpen && (
        <Suspense fallback={<Waiting />}>
          <DefaultForm desk={desk} value={value} />
        </Suspense>
      )}
    </section>
  );
}
