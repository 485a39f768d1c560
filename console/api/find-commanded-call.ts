import { hasCode } from '../../shared/errors.ts';
import type { CommandedCall } from '../../shared/ports/call-commands.ts';
import type { CallRecordsOfCall } from '../../shared/ports/call-record-store.ts';
import type { CallControl } from './call-control.ts';
import type { ConsoleServices } from './console-services.ts';

/** Where a call is to be commanded, and whether anything is known of it. */
export interface FoundCall extends CommandedCall {
  readonly recorded: boolean;
}

/**
 * The call as its records tell where it is; else, as it may be too young to have any, where calls usually are.
 * Records that cannot be read keep nobody from a call either.
 */
export async function findCommandedCall(
  transactionId: string,
  { usualApplication }: CallControl,
  services: ConsoleServices,
): Promise<FoundCall | undefined> {
  const found = await recordsOf(transactionId, services);
  for (const { sipMediaApplicationId, region } of found?.records ?? [])
    if (sipMediaApplicationId !== undefined && region !== undefined)
      return { transactionId, sipMediaApplicationId, region, recorded: true };
  return usualApplication && { transactionId, ...usualApplication, recorded: found !== undefined };
}

async function recordsOf(
  transactionId: string,
  { callRecords, log }: ConsoleServices,
): Promise<CallRecordsOfCall | undefined> {
  try {
    return await callRecords?.ofCall(transactionId);
  } catch (error) {
    if (!hasCode(error, 'store-unavailable') && !hasCode(error, 'record-corrupt')) throw error;
    log.error('call-records-not-read', error, { transactionId });
    return undefined;
  }
}
