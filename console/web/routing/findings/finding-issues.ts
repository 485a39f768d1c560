import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import { placeKey, type Issues } from '../forms/part-issues.ts';
import type { Path } from '../../workbench/table-edit.ts';
import { pathOfFinding } from './file-path.ts';

export interface FindingIssues {
  readonly errors: Issues;
  readonly notes: Issues;
}

const severityWords = { warning: 'Warning', note: 'Note' } as const;

/** What is found about the part of the table at that path, for the fields of its form; the first that is found of a place. */
export function findingIssues(findings: readonly FindingAnswer[], part: Path): FindingIssues {
  const within = `${placeKey(part)}.`;
  const errors: Record<string, string> = {};
  const notes: Record<string, string> = {};
  for (const { file, path, severity, message } of findings) {
    const place = file === undefined ? placeKey(pathOfFinding(path)) : '';
    if (!place.startsWith(within)) continue;
    const field = place.slice(within.length);
    if (severity === 'error') errors[field] ??= message;
    else notes[field] ??= `${severityWords[severity]}: ${message}`;
  }
  return { errors, notes };
}
