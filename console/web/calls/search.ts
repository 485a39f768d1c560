import type { CallsResponse, CallSummaryAnswer } from '../../../shared/contracts/calls-api.ts';
import { callEndings, type CallEnding } from '../../../shared/domain/call-flow/call-story.ts';
import type { TimeSpan } from '../data/calls.ts';

export type ListedCall = CallsResponse['calls'][number];

/** How long before now; `own`: from one time to another. */
export const spanPresets = ['hour', 'day', 'week', 'month', 'own'] as const;
export type SpanPreset = (typeof spanPresets)[number];
const hourMs = 60 * 60 * 1000;
/** The API finds calls of 31 days at most. */
const presetMs: Readonly<Record<Exclude<SpanPreset, 'own'>, number>> = {
  hour: hourMs,
  day: 24 * hourMs,
  week: 7 * 24 * hourMs,
  month: 31 * 24 * hourMs,
};

/** What is sought, as it stands in the address. */
export interface CallSearch {
  readonly preset: SpanPreset;
  /** When it was asked for: "the last hour" is that before it, so that one comes back to the same list. Not of `own`. */
  readonly until?: string;
  /** Of `own`. */
  readonly from?: string;
  readonly to?: string;
  /** Of the calls that are loaded: these. */
  readonly ending?: CallEnding;
  readonly destination?: string;
  readonly rule?: string;
  readonly reason?: string;
}

/** What means nothing counts as if it were not there. */
export function readSearch(address: URLSearchParams): CallSearch {
  const preset = spanPresets.find((each) => each === address.get('span')) ?? 'day';
  const ending = callEndings.find((each) => each === address.get('ending'));
  const times = preset === 'own' ? { ...moment(address, 'from'), ...moment(address, 'to') } : moment(address, 'until');
  return {
    preset,
    ...times,
    ...(ending === undefined ? {} : { ending }),
    ...text(address, 'destination'),
    ...text(address, 'rule'),
    ...text(address, 'reason'),
  };
}

export function writeSearch({ preset, ...rest }: CallSearch): URLSearchParams {
  const address = new URLSearchParams(preset === 'day' ? {} : { span: preset });
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) address.set(name, value);
  return address;
}

type Times = Pick<CallSearch, 'preset' | 'until' | 'from' | 'to'>;

/** From when to when. @param now in milliseconds since 1970. Undefined: one's own times are not both there, or the wrong way round. */
export function spanOf({ preset, until, from, to }: Times, now: number): TimeSpan | undefined {
  if (preset !== 'own') {
    const end = until === undefined ? now : Date.parse(until);
    return { from: new Date(end - presetMs[preset]).toISOString(), to: new Date(end).toISOString() };
  }
  if (from === undefined || to === undefined) return undefined;
  const length = Date.parse(to) - Date.parse(from);
  return length > 0 && length <= presetMs.month ? { from, to } : undefined;
}

/** What is wrong with one's own times. */
export function spanProblem({ preset, from, to }: CallSearch): string | undefined {
  if (preset !== 'own' || from === undefined || to === undefined) return undefined;
  const length = Date.parse(to) - Date.parse(from);
  if (length <= 0) return 'must be after “From”';
  return length > presetMs.month ? 'must be 31 days after “From” at most' : undefined;
}

/** Of these, those that are sought. Calls without a summary fit where nothing is sought of it. */
export function sought(calls: readonly ListedCall[], search: CallSearch): readonly ListedCall[] {
  const { ending, destination, rule, reason } = search;
  return calls.filter(
    ({ summary }) =>
      (ending === undefined || summary?.ending === ending) &&
      (destination === undefined || (summary !== undefined && destinationsOf(summary).includes(destination))) &&
      (rule === undefined || summary?.ruleId === rule) &&
      (reason === undefined || summary?.reasonId === reason),
  );
}

export interface SearchChoices {
  readonly destinations: readonly string[];
  readonly rules: readonly string[];
  readonly reasons: readonly string[];
}

/** What can be sought: whatever is in the calls, and what is sought already. */
export function choicesOf(calls: readonly ListedCall[], search: CallSearch): SearchChoices {
  const summaries = calls.flatMap(({ summary }) => (summary === undefined ? [] : [summary]));
  return {
    destinations: distinct([search.destination, ...summaries.flatMap(destinationsOf)]),
    rules: distinct([search.rule, ...summaries.map(({ ruleId }) => ruleId)]),
    reasons: distinct([search.reason, ...summaries.map(({ reasonId }) => reasonId)]),
  };
}

/** Whom the call came to, each once. */
export function destinationsOf({ attempts }: Pick<CallSummaryAnswer, 'attempts'>): readonly string[] {
  return distinct(attempts.map(({ kind, id }) => `${kind}:${id}`));
}

const transactionIdPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The id in what was pasted: a log line, an address, or the id alone. */
export function transactionIdIn(pasted: string): string | undefined {
  return transactionIdPattern.exec(pasted)?.[0].toLowerCase();
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))].sort();
}

function text<Name extends string>(address: URLSearchParams, name: Name): Partial<Record<Name, string>> {
  const value = address.get(name);
  return value === null || value === '' ? {} : ({ [name]: value } as Partial<Record<Name, string>>);
}

function moment<Name extends string>(address: URLSearchParams, name: Name): Partial<Record<Name, string>> {
  const at = Date.parse(address.get(name) ?? '');
  return Number.isNaN(at) ? {} : ({ [name]: new Date(at).toISOString() } as Partial<Record<Name, string>>);
}
