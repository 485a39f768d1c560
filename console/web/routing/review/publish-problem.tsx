import type { ReactElement } from 'react';
import { checkResponseSchema } from '../../../../shared/contracts/tables-api.ts';
import { Problem } from '../../data/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { FindingLines } from '../findings/finding-line.tsx';

export interface PublishProblemProps {
  readonly table: string;
  readonly problem: unknown;
  readonly onReviewAgain: () => void;
}

/** Why the draft was not put in force, and what to do. What was typed stays. */
export function PublishProblem({ table, problem, onReviewAgain }: PublishProblemProps): ReactElement {
  const code = problem instanceof Problem ? problem.code : undefined;
  if (code === 'version-changed')
    return (
      <Notice
        tone="warning"
        title="Somebody else has published meanwhile"
        actions={<Button onPress={onReviewAgain}>Review again</Button>}
      >
        Nothing was overwritten. Look at what your draft would change against the new version, then publish.
      </Notice>
    );
  if (code === 'draft-changed')
    return (
      <Notice
        tone="warning"
        title="The draft has changed since it was reviewed"
        actions={<Button onPress={onReviewAgain}>Review again</Button>}
      >
        Nothing was published. Look at what the draft would change now, then publish: your reason is kept.
      </Notice>
    );
  const body = problem instanceof Problem ? checkResponseSchema.safeParse(problem.body).data : undefined;
  return (
    <>
      <ProblemNotice problem={problem} />
      {body !== undefined && <FindingLines table={table} findings={body.findings} saysWhere />}
    </>
  );
}
