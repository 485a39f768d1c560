import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FunctionErrorBody } from '../../../functions/invoke-result.ts';
import type { LocalFunction } from '../../../functions/local-function.ts';
import { printable } from '../watching/privacy.ts';

/** How long Node may take to look for the place of a syntax error. */
const checkMilliseconds = 5000;

/** Why a handler could not be loaded, in one line: the error, where in the developer's code, and what to do where that is known. */
export async function loadProblem(definition: LocalFunction, error: FunctionErrorBody): Promise<string> {
  const place = placeIn(error.trace ?? [], definition) ?? (await syntaxErrorPlace(definition, error));
  const message = printable(error.errorMessage.split('\n')[0] ?? '').replace(/^Error: /u, '');
  const named = error.errorType.startsWith('Runtime.') ? message : `${error.errorType}: ${message}`;
  return [
    named,
    ...(place === undefined ? [] : [`(${place})`]),
    ...hints(error, definition).map((hint) => `– ${hint}`),
  ].join(' ');
}

/** The first line of the developer's own code in a stack trace, such as `handler.js:12:5`. */
export function placeIn(trace: readonly string[], { directory }: Pick<LocalFunction, 'directory'>): string | undefined {
  for (const line of trace) {
    const [, path, position] = /((?:file:\/\/)?\/[^\s()]+?):(\d+(?::\d+)?)\)?$/u.exec(line.trim()) ?? [];
    if (path === undefined || position === undefined) continue;
    const file = relative(directory, path.startsWith('file:') ? fileURLToPath(path) : path);
    if (!file.startsWith('..') && !file.includes('node_modules')) return `${file}:${position}`;
  }
  return undefined;
}

/** A syntax error of an ES module does not say where it is; Node does when it is asked to check the file. */
async function syntaxErrorPlace(
  definition: LocalFunction,
  { errorType }: FunctionErrorBody,
): Promise<string | undefined> {
  const { directory, file } = definition;
  if (errorType !== 'Runtime.UserCodeSyntaxError' || file === undefined) return undefined;
  const said = await new Promise<string>((resolve) => {
    const options = { timeout: checkMilliseconds, encoding: 'utf8' } as const;
    execFile(process.execPath, ['--check', join(directory, file)], options, (_error, _stdout, stderr) =>
      resolve(stderr),
    );
  });
  return placeIn(said.split('\n'), definition);
}

function hints(
  { errorType, errorMessage }: FunctionErrorBody,
  { directory, file = '' }: LocalFunction,
): readonly string[] {
  if (!existsSync(join(directory, file))) return [`${file} is not there any more: put it back, or change Module`];
  if (/\.[cm]?ts$/u.test(file) && needsBundling(errorMessage)) return [bundlingHint(file)];
  if (errorType === 'Runtime.CallbackHandlerDeprecated') return ['or set "Runtime" to "nodejs22.x"'];
  const missing = /Cannot find (?:module|package) '([^'./][^']*)'/u.exec(errorMessage)?.[1];
  if (errorType !== 'Runtime.ImportModuleError' || missing === undefined) return [];
  const name = missing
    .split('/')
    .slice(0, missing.startsWith('@') ? 2 : 1)
    .join('/');
  const install = `npm install ${name}, beside the module or above it`;
  if (name === 'aws-sdk') return [`version 2 of the SDK came with runtimes up to nodejs16.x only: ${install}`];
  return [name.startsWith('@aws-sdk/') ? `Lambda brings it along, here it has to be there: ${install}` : install];
}

/** Node takes types out and does no more: what would have to be compiled, and names that only a compiler finds. */
function needsBundling(message: string): boolean {
  return /strip-only mode|Cannot find module '\//u.test(message);
}

function bundlingHint(file: string): string {
  const bundle = `dist/${file.replace(/\.[cm]?ts$/u, '.js')}`;
  return `bundle it: npx esbuild ${file} --bundle --platform=node --outfile=${bundle}, and let Module name that`;
}
