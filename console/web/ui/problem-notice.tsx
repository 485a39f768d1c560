import type { ReactElement } from 'react';
import { wordsOf } from '../data/problem-words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

export interface ProblemNoticeProps {
  readonly problem: unknown;
  /** Asks again. */
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong, and the way forward. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps): ReactElement {
  const { title, forward, detail } = wordsOf(problem);
  return (
    <Notice
      tone="error"
      title={title}
      {...(onRetry === undefined ? {} : { actions: <Button onPress={onRetry}>Try again</Button> })}
    >
      <p>{forward}</p>
      {detail !== undefined && <p>{detail}</p>}
    </Notice>
  );
}
