import type { CallResponse } from '../../../../shared/contracts/calls-api.ts';
import type { Witness } from '../../../../shared/contracts/caller-file.ts';

/** The caller of a recorded call, as far as records tell: number, place and attributes are not in them. `undefined`: it was never decided. */
export function callerOfCall({ transactionId, summary, records }: CallResponse): Witness | undefined {
  const routed = records.flatMap(({ happenings }) => happenings).find(({ kind }) => kind === 'routed');
  if (routed?.kind !== 'routed') return undefined;
  const { entry, reasonId, locale, seed } = routed;
  const contextId = records.find((record) => record.contextId !== undefined)?.contextId;
  return {
    context: {
      ingress: entry,
      ...(reasonId === undefined ? {} : { reason: reasonId }),
      ...(locale === undefined ? {} : { locale }),
    },
    at: summary?.startedAt ?? records[0]?.callStartedAt ?? new Date(0).toISOString(),
    // Lots are drawn by the context's id, or by the call's.
    seed: seed ?? contextId ?? transactionId,
  };
}
