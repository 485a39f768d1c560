import * as z from 'zod';
import { suggestion } from '../../../../shared/contracts/table-file/nearest-name.ts';
import { pathText, type ConfigProblem } from './problem.ts';

/** Says in plain words what a schema finds; for schemas that have no words of their own. */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing: give it ${typeWords[issue.expected] ?? 'a value'}`
        : `must be ${typeWords[issue.expected] ?? issue.expected}${isQuoted(issue) ? ', without quotes' : ''}`;
    case 'invalid_value':
      return issue.input === undefined
        ? `is missing: give it ${oneOf(issue.values)}`
        : `must be ${oneOf(issue.values)}`;
    case 'invalid_union':
      return `must be ${oneOf(issue.errors.flat().flatMap((each) => (each.code === 'invalid_value' ? each.values : [])))}`;
    case 'unrecognized_keys':
      return issue.keys.map((key) => `is not known here${suggestion(key, keysOf(issue.inst))}`).join('\n');
    case 'too_small':
      return `must ${sizeWords(issue.origin, 'at least', Number(issue.minimum))}`;
    case 'too_big':
      return `must ${sizeWords(issue.origin, 'at most', Number(issue.maximum))}`;
    default:
      return undefined;
  }
}

/** One problem for each mistake: a misspelt field is not also missing under its right name. */
export function schemaProblems(issues: readonly z.core.$ZodIssue[]): readonly ConfigProblem[] {
  const problems = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.message.split('\n').map((message, index) => problem([...issue.path, issue.keys[index] ?? ''], message))
      : [
          problem(
            issue.path,
            issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message,
          ),
        ],
  );
  return problems.filter(({ path, message }) => !(message.startsWith('is missing') && isMeant(path, problems)));
}

function isMeant(missing: string, problems: readonly ConfigProblem[]): boolean {
  const parent = missing.slice(0, Math.max(missing.lastIndexOf('.'), 0));
  const name = missing.slice(parent === '' ? 0 : parent.length + 1);
  return problems.some(
    ({ path, message }) =>
      path.slice(0, Math.max(path.lastIndexOf('.'), 0)) === parent && message.includes(`did you mean "${name}"`),
  );
}

function problem(path: readonly PropertyKey[], message: string): ConfigProblem {
  return { path: pathText(path), message };
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
};

/** A number, or true or false, in quotes is text: what newcomers to JSON write. */
function isQuoted({ expected, input }: { readonly expected: string; readonly input?: unknown }): boolean {
  return typeof input === 'string' && ['number', 'int', 'boolean'].includes(expected);
}

function oneOf(values: readonly unknown[]): string {
  const written = values.map((value) => JSON.stringify(value));
  return written.length < 2 ? written.join('') : `${written.slice(0, -1).join(', ')} or ${written.at(-1)}`;
}

function sizeWords(origin: string, bound: string, size: number): string {
  if (origin === 'string') return `have ${bound} ${size} ${size === 1 ? 'character' : 'characters'}`;
  if (origin === 'array') return `have ${bound} ${size} ${size === 1 ? 'entry' : 'entries'}`;
  return `be ${bound} ${size}`;
}

function keysOf(schema: unknown): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
