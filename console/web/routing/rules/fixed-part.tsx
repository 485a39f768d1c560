import { Suspense, useState, type ReactElement, type ReactNode } from 'react';
import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import { FindingLines } from '../findings/finding-line.tsx';
import { useIsUnfinished } from '../forms/unfinished.tsx';
import styles from './rules.module.css';

export interface FixedPartProps {
  readonly desk: DraftDesk;
  /** What links and jumps know its heading by. */
  readonly id: string;
  readonly heading: string;
  /** What is edited, as the button says it: "the default". */
  readonly what: string;
  /** What it says, as one reads it aloud. */
  readonly words: ReactNode;
  readonly findings: readonly FindingAnswer[];
  readonly form: ReactNode;
  readonly formName: string;
}

/** What every table has once: read aloud, and with all its fields when it is open. */
export function FixedPart(props: FixedPartProps): ReactElement {
  const { desk, id, heading, what, words, findings, form, formName } = props;
  const [isOpen, setOpen] = useState(false);
  const isUnfinished = useIsUnfinished(formName);
  const edit = isOpen ? 'Close' : 'Edit';
  return (
    <section className={styles['row']} aria-labelledby={id}>
      <div className={styles['line']}>
        <div className={styles['words']}>
          <h2 id={id} className={styles['heading']}>
            {heading}
          </h2>
          {isUnfinished && <Tag tone="warning">unfinished</Tag>}
          {words}
        </div>
        {desk.mayEdit && (
          <Button variant="quiet" onPress={() => setOpen(!isOpen)} aria-label={`${edit} ${what}`}>
            {edit}
          </Button>
        )}
      </div>
      <FindingLines table={desk.name} findings={findings} />
      {isOpen && <Suspense fallback={<Waiting />}>{form}</Suspense>}
    </section>
  );
}
