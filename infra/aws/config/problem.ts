import type * as z from 'zod';

/** Keys and list indexes, from the root of the file. */
export type FieldPath = readonly (string | number)[];

/** Something in a config that cannot be deployed. */
export interface DeploymentProblem {
  /** "voiceConnectors[0].origination[1].host"; empty for the file as a whole. */
  readonly path: string;
  /** From 1. */
  readonly line?: number;
  /** What is wrong, and what to do. */
  readonly problem: string;
}

/** A problem before it is known where in the file it stands. */
export interface FieldProblem {
  readonly path: FieldPath;
  readonly problem: string;
}

/** "deploy.yaml:12: alarms.email: must be …": one line for a terminal. */
export function problemLine(file: string, { path, line, problem }: DeploymentProblem): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return [place, path, problem].filter((part) => part !== '').join(': ');
}

export function describePath(path: FieldPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

/** What the schema found, one problem for each mistake: a misspelt key is not missing under its right name, too. */
export function schemaProblems(issues: readonly z.core.$ZodIssue[]): readonly FieldProblem[] {
  const problems = issues.flatMap(problemsOf);
  return problems.filter(
    ({ path, problem }) =>
      !problem.startsWith('is missing') ||
      !problems.some((other) => isBeside(other.path, path) && other.problem.includes(`did you mean "${path.at(-1)}"`)),
  );
}

function problemsOf(issue: z.core.$ZodIssue): readonly FieldProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'invalid_key') return [{ path, problem: issue.issues.map(({ message }) => message).join('; ') }];
  if (issue.code !== 'unrecognized_keys') return [{ path, problem: issue.message }];
  // One message for each key, in their order; a key with a semicolon in it gets them all.
  const messages = issue.message.split('; ');
  return issue.keys.map((key, index) => ({
    path: [...path, key],
    problem: (messages.length === issue.keys.length ? messages[index] : undefined) ?? issue.message,
  }));
}

function isBeside(a: FieldPath, b: FieldPath): boolean {
  return describePath(a.slice(0, -1)) === describePath(b.slice(0, -1));
}
