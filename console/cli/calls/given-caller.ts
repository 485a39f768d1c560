import { parse } from 'yaml';
import * as z from 'zod';
import {
  callerFileSchema,
  callerOfFile,
  witnessSchema,
  type Witness,
  type CallerFile,
} from '../../../shared/contracts/caller-file.ts';
import { recordedDecisionSchema } from '../../../shared/contracts/recorded-decision.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import type { Caller } from '../../../shared/domain/routing/caller.ts';
import { describePath } from '../../routing/findings.ts';
import { locatedCaller } from '../../routing/simulation/located-caller.ts';
import { failure, unreadable, type Report } from '../report.ts';
import type { Workplace } from '../workplace.ts';

/** A caller from a file, with the moment and the lot that the file gives, if it does. */
export interface GivenCaller {
  readonly caller: Caller;
  readonly at?: EpochMs;
  readonly seed?: string;
}

export type CallerReading =
  { readonly kind: 'given'; readonly given: GivenCaller } | { readonly kind: 'failed'; readonly report: Report };

/** Where a witness stands in what `check --json` and `diff --json` print. */
const findingSchema = z.looseObject({ witness: z.unknown() });

/**
 * Reads a caller, a call context, a witness, a finding that has one, or a recorded decision, in JSON or YAML. "-" is what is
 * piped in. `context-invalid` (exit code 1) when it is none of these.
 */
export async function readCaller(path: string, { files, readInput }: Workplace): Promise<CallerReading> {
  let text: string;
  try {
    text = path === '-' ? await readInput() : await files.read(path);
  } catch (error) {
    return { kind: 'failed', report: unreadable(path, error) };
  }
  let content: unknown;
  try {
    content = parse(text, { maxAliasCount: 0, logLevel: 'error' });
  } catch (error) {
    const [problem] = (error instanceof Error ? error.message : String(error)).split('\n');
    return refused(path, [`neither JSON nor YAML: ${problem}`]);
  }
  return readContent(path, content);
}

function readContent(path: string, content: unknown): CallerReading {
  const finding = findingSchema.safeParse(content);
  if (finding.success && finding.data.witness !== undefined) return readContent(path, finding.data.witness);
  if (typeof content !== 'object' || content === null || !('context' in content)) {
    const read = callerFileSchema.safeParse(content);
    return read.success
      ? given(locatedCaller(callerOfFile(read.data)), seedOf(read.data))
      : refused(path, problemsOf(read.error));
  }
  const schema: z.ZodType<Witness> = 'ruleId' in content ? recordedDecisionSchema : witnessSchema;
  const read = schema.safeParse(content);
  if (!read.success) return refused(path, problemsOf(read.error));
  const { context, at, seed } = read.data;
  return given(callerOfFile(context), { at: epochMs(Date.parse(at)), seed });
}

/** A whole call context brings its seed: its id is what lots are drawn by in a call. */
function seedOf({ id }: CallerFile): { readonly seed?: string } {
  return id === undefined ? {} : { seed: id };
}

function given(caller: Caller, more: { readonly at?: EpochMs; readonly seed?: string }): CallerReading {
  return { kind: 'given', given: { caller, ...more } };
}

function problemsOf({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) =>
    `${describePath(path.map((step) => (typeof step === 'symbol' ? String(step) : step)))} ${message}`.trim(),
  );
}

function refused(path: string, problems: readonly string[]): CallerReading {
  const name = path === '-' ? 'what was piped in' : path;
  const lines = [`${name} is not a caller that a table could be tried with`, ...problems.map((each) => `  ${each}`)];
  return { kind: 'failed', report: failure(1, 'context-invalid', lines, { problems }) };
}
