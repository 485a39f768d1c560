import type { ReactElement } from 'react';
import { useVersion } from '../../data/tables.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { TextChanges } from '../text-changes/text-changes.tsx';

export interface VersionChangesProps {
  readonly table: string;
  readonly version: number;
  readonly before: number | undefined;
}

/** What a version changed against the one before it. */
export function VersionChanges({ table, version, before }: VersionChangesProps): ReactElement {
  const now = useVersion(table, version);
  const then = useVersion(table, before);
  const failed = [now, then].find(({ isError }) => isError);
  if (failed !== undefined) return <ProblemNotice problem={failed.error} onRetry={() => void failed.refetch()} />;
  if (now.data === undefined || (before !== undefined && then.data === undefined))
    return <Waiting words="Reading both versions …" />;
  return <TextChanges before={then.data?.source} after={now.data.source} />;
}
