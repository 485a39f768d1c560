import type { z } from 'zod';
import type { FilePath, FindingList } from './findings.ts';

/** Says in an operator's terms what the schema found. */
export function addSchemaFindings(issues: readonly z.core.$ZodIssue[], findings: FindingList): void {
  for (const issue of issues) {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (issue.code === 'unrecognized_keys') addUnknownKeys(path, issue, findings);
    else if (issue.code === 'invalid_key')
      findings.error('invalid-key', path, issue.issues.map(({ message }) => message).join('; '));
    else findings.error(codeOf(issue), path, issue.message);
  }
}

/** Each key at its own place; the message lists them in the same order. */
function addUnknownKeys(path: FilePath, issue: z.core.$ZodIssueUnrecognizedKeys, findings: FindingList): void {
  const messages = issue.message.split('; ');
  for (const [index, key] of issue.keys.entries())
    findings.error('unknown-key', [...path, key], messages[index] ?? issue.message);
}

function codeOf(issue: z.core.$ZodIssue): string {
  return issue.message.startsWith('is missing') ? 'missing' : 'invalid-value';
}
