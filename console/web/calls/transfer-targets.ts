import type { CallResponse } from '../../../shared/contracts/calls-api.ts';
import { destinationsOf } from './search.ts';

const transferable = new Set(['contactCenter', 'branch', 'phone', 'meeting']);

/** Where this call was to go, and can be put through to: what suggests itself. Others of the table are typed. */
export function transferTargets({ summary, records }: Pick<CallResponse, 'summary' | 'records'>): readonly string[] {
  const planned = records
    .flatMap(({ happenings }) => happenings)
    .flatMap((happening) => (happening.kind === 'routed' ? happening.destinations : []));
  const tried = summary === undefined ? [] : destinationsOf(summary);
  return [...new Set([...planned, ...tried])].filter((each) => transferable.has(each.split(':')[0] ?? ''));
}
