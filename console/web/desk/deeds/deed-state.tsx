import type { ReactElement } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { refusalWords } from './deed-outcome.ts';
import { deedWords } from './deed-words.ts';
import type { LastDeed } from './use-deeds.ts';

/** What became of the last deed; told as it changes. */
export function DeedState({ last }: { readonly last: LastDeed | undefined }): ReactElement {
  return <div role="status">{last !== undefined && <Told last={last} />}</div>;
}

function Told({ last: { command, state } }: { readonly last: LastDeed }): ReactElement {
  const name = deedWords(command);
  switch (state.kind) {
    case 'sending':
      return <p>{name}: sending</p>;
    case 'waiting':
      return <p>{name}: sent, the call is being told</p>;
    case 'done':
      return <Notice tone="good">{name}: done</Notice>;
    case 'refused':
      return (
        <Notice tone="warning" title={`${name}: refused`}>
          {refusalWords(state.because)}
        </Notice>
      );
    case 'ended':
      return <Notice tone="warning">{name}: the call was over before.</Notice>;
    case 'unanswered':
      return (
        <Notice tone="warning">
          {name}: nobody answered. It may have reached the call all the same: its records are being looked at.
        </Notice>
      );
    case 'unknown':
      return (
        <Notice tone="warning">
          {name}: nobody knows yet whether it was done, for nothing is recorded of it. Look at the call before you do it
          again.
        </Notice>
      );
    case 'failed':
      return <ProblemNotice problem={state.problem} />;
  }
}
