import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import * as z from 'zod';
import { joinCallResponseSchema, type JoinCallResponse } from '../../../shared/contracts/desk-api.ts';
import { localStateSchema, type phoneDeeds, type LocalState } from '../../../shared/contracts/local-cloud-api.ts';
import { tableResponseSchema } from '../../../shared/contracts/tables-api.ts';
import { readInWorker } from '../desk/destinations/read-in-worker.ts';
import type { NamedDestination } from '../desk/destinations/destinations.ts';
import type { Api } from './api.ts';
import { tablePath } from './table-paths.ts';
import { useApi } from './use-api.ts';

/** Whom calls can be transferred to: all destinations of the table in force. `undefined`: none is wanted yet. */
export function useDestinations(table: string | undefined): UseQueryResult<readonly NamedDestination[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['destinations', table],
    queryFn: async ({ signal }) => {
      const { source } = await api.ask(tablePath(table ?? ''), tableResponseSchema, { signal, timeoutMs: 30_000 });
      return readInWorker(source, signal);
    },
    enabled: table !== undefined,
    staleTime: 60_000,
  });
}

export type PhoneDeed = (typeof phoneDeeds)[number];

export interface DeedOfPhone {
  readonly phone: string;
  readonly deed: PhoneDeed;
}

/** Lifts or declines a telephone of the local cloud, or puts it down. */
export function useHandlePhone(): UseMutationResult<void, Error, DeedOfPhone> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (deed: DeedOfPhone) => handlePhone(api, deed),
    onSettled: () => queries.invalidateQueries({ queryKey: ['local-state'] }),
  });
}

export function handlePhone(api: Api, { phone, deed }: DeedOfPhone): Promise<void> {
  return api.tell(`/phones/${encodeURIComponent(phone)}/${deed}`, { of: 'local', method: 'POST' });
}

/** A place in the meeting that a call waits in. */
export function takePlace(api: Api, transactionId: string): Promise<JoinCallResponse> {
  return api.ask(`/calls/${encodeURIComponent(transactionId)}/attendees`, joinCallResponseSchema, { method: 'POST' });
}

/** What the local cloud answers with when it has a telephone taken into a meeting. */
const adviserSchema = z.object({ phone: z.string() });

/** Has a local adviser take a place in the call's meeting. @returns the telephone that they talk by. */
export async function takePlaceByPhone(api: Api, transactionId: string): Promise<string> {
  const path = `/calls/${encodeURIComponent(transactionId)}/adviser`;
  const { phone } = await api.ask(path, adviserSchema, { of: 'local', method: 'POST' });
  return phone;
}

/** The telephones of the local cloud, now. */
export async function askForPhones(api: Api): Promise<LocalState['phones']> {
  const { phones } = await api.ask('/state', localStateSchema, { of: 'local' });
  return phones;
}
