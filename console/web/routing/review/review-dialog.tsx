import type { ReactElement } from 'react';
import { useTable } from '../../data/tables.ts';
import { typedKeys } from '../../data/shelf.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import { TextChanges } from '../text-changes/text-changes.tsx';
import { useKeptWords } from './kept-words.ts';
import { PublishProblem } from './publish-problem.tsx';
import { ReviewResult } from './review-result.tsx';
import { begunFromWords, hasErrors } from './review-words.ts';
import styles from './review.module.css';
import { usePublish, useReview } from './use-review.ts';

export interface ReviewDialogProps {
  readonly desk: DraftDesk;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What the draft would change, and the way to put it in force. */
export function ReviewDialog(props: ReviewDialogProps): ReactElement | null {
  return props.isOpen ? <OpenReview {...props} /> : null;
}

/** As the API takes it. */
const shortestReason = 3;

function OpenReview({ desk, isOpen, onClose }: ReviewDialogProps): ReactElement {
  const review = useReview(desk);
  const publish = usePublish(desk);
  const [because, setBecause] = useKeptWords(`${typedKeys.reason}${desk.name}`);
  const hasReason = because.trim().length >= shortestReason;
  const isSound = !hasErrors(review.data?.findings ?? desk.findings);
  const begunFrom = begunFromWords(desk.begunFrom, desk.published);
  const mayPublish = desk.mayEdit && !review.isFetching && isSound && desk.saving.kind !== 'conflict';

  function put(): void {
    publish.mutate(because.trim(), { onSuccess: () => setBecause('') });
  }
  function reviewAgain(): void {
    publish.reset();
    void review.refetch();
  }

  if (publish.isSuccess)
    return (
      <Dialog
        title="Published"
        isOpen={isOpen}
        onClose={onClose}
        size="small"
        actions={
          <Button variant="primary" onPress={onClose}>
            Close
          </Button>
        }
      >
        <Notice tone="good" title={`Version ${publish.data} is in force`}>
          Calls that begin within half a minute go by it; calls under way go on as they began.
        </Notice>
      </Dialog>
    );

  return (
    <Dialog
      title={`Review ${desk.name}`}
      isOpen={isOpen}
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>Go on editing</Button>
          <Button variant="primary" onPress={put} isPending={publish.isPending} isDisabled={!mayPublish || !hasReason}>
            Publish
          </Button>
        </>
      }
    >
      {begunFrom !== undefined && (
        <Notice tone="warning" title="The draft is older than the version in force">
          {begunFrom}
        </Notice>
      )}
      {review.isFetching && <Waiting words="Comparing with the version in force, and with last week’s calls …" />}
      {!review.isFetching && review.isError && (
        <>
          <ProblemNotice problem={review.error} onRetry={reviewAgain} />
          {isSound && <p>You can publish without the comparison: the table itself is in order.</p>}
        </>
      )}
      {!review.isFetching && review.isSuccess && <ReviewResult table={desk.name} review={review.data} />}
      <ChangedLines desk={desk} />
      {!isSound && (
        <Notice tone="error" title="There are errors in the table">
          Correct them before it is published. Warnings and notes do not keep it from being published.
        </Notice>
      )}
      {desk.saving.kind === 'conflict' && (
        <Notice tone="error" title="Somebody else has changed the draft">
          Go back, and say first whose draft is kept.
        </Notice>
      )}
      {desk.mayEdit ? (
        <TextField
          label="Why is it changed?"
          description="Everybody reads it in the history of the table: “new branch in Tacoma”."
          value={because}
          onChange={setBecause}
          maxLength={500}
          isRequired
        />
      ) : (
        <Notice tone="info">You can read tables. Ask an operator to publish the draft.</Notice>
      )}
      {publish.isError && desk.saving.kind !== 'conflict' && (
        <PublishProblem table={desk.name} problem={publish.error} onReviewAgain={reviewAgain} />
      )}
    </Dialog>
  );
}

function ChangedLines({ desk }: { readonly desk: DraftDesk }): ReactElement | null {
  const isPublished = desk.published !== undefined;
  const inForce = useTable(desk.name, isPublished);
  if (isPublished && inForce.data === undefined) return null;
  return (
    <section className={styles['section']}>
      <h3>Changed lines</h3>
      <TextChanges before={inForce.data?.source} after={desk.source} />
    </section>
  );
}
