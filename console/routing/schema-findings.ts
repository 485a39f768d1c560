import type { z } from 'zod';
import type { FilePath, FindingList } from './findings.ts';

type Issue = z.core.$ZodIssue;

/** Says in an operator's terms what the schema found. */
export function addSchemaFindings(issues: readonly Issue[], findings: FindingList): void {
  for (const { code, path, message } of schemaProblems(issues)) findings.error(code, path, message);
}

export interface SchemaProblem {
  readonly code: string;
  readonly path: FilePath;
  readonly message: string;
}

/** One problem for each mistake: not for what only follows from another, nor for each form that a value could have had. */
export function schemaProblems(issues: readonly Issue[]): readonly SchemaProblem[] {
  return withoutConsequences(issues.flatMap(meantIssues)).flatMap(problemsOf);
}

/** Of a value that may have several forms, the issues of the form that was most likely meant. */
function meantIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const forms = issue.errors.filter((form) => !form.some(isWrongType));
  const [meant] = forms.toSorted((a, b) => strangeness(a) - strangeness(b) || a.length - b.length);
  // None of the forms has that type: the schema has words for all of them together.
  if (meant === undefined) return [issue];
  return meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] })).flatMap(meantIssues);
}

/** A form that knows all the keys was meant, rather than one that does not; and one with keys of its own, rather than without. */
function strangeness(form: readonly Issue[]): number {
  const strange = form.filter(({ code }) => code === 'unrecognized_keys').length;
  return 100 * strange + form.filter(isMissing).length;
}

function isWrongType({ code, path }: Issue): boolean {
  return code === 'invalid_type' && path.length === 0;
}

/** A misspelt key is also missing under its right name, and what holds for the object as a whole does not hold. */
function withoutConsequences(issues: readonly Issue[]): readonly Issue[] {
  const misspelt = new Map<string, string>();
  for (const issue of issues) if (issue.code === 'unrecognized_keys') misspelt.set(placeOf(issue.path), issue.message);
  if (misspelt.size === 0) return issues;
  return issues.filter((issue) => {
    if (issue.code === 'custom' && misspelt.has(placeOf(issue.path))) return false;
    const suggestions = misspelt.get(placeOf(issue.path.slice(0, -1))) ?? '';
    return !(isMissing(issue) && suggestions.includes(`did you mean "${String(issue.path.at(-1))}"`));
  });
}

function problemsOf(issue: Issue): readonly SchemaProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(path, issue);
    case 'invalid_key':
      return [{ code: 'invalid-key', path, message: issue.issues.map(({ message }) => message).join('; ') }];
    default:
      return [{ code: isMissing(issue) ? 'missing' : 'invalid-value', path, message: issue.message }];
  }
}

/** Each key at its own place; the message lists them in the same order. */
function unknownKeys(path: FilePath, issue: z.core.$ZodIssueUnrecognizedKeys): readonly SchemaProblem[] {
  const messages = issue.message.split('; ');
  return issue.keys.map((key, index) => ({
    code: 'unknown-key',
    path: [...path, key],
    // A key that has a semicolon itself gets the message of all.
    message: (messages.length === issue.keys.length ? messages[index] : undefined) ?? issue.message,
  }));
}

function isMissing({ message }: Issue): boolean {
  return message.startsWith('is missing');
}

function placeOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}
