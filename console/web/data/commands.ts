import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type * as z from 'zod';
import type { callCommandSchema } from '../../../shared/contracts/call-command.ts';
import { callResponseSchema, type CallResponse } from '../../../shared/contracts/calls-api.ts';
import { callCommandResponseSchema, type CallCommandResponse } from '../../../shared/contracts/console-api.ts';
import { useApi } from './use-api.ts';

/** What a call under way can be told. */
export type Command = z.infer<typeof callCommandSchema>;

/** Tells a call under way. Accepted, not done: what came of it is in the call's records. */
export function useCommand(transactionId: string): UseMutationResult<CallCommandResponse, Error, Command> {
  const api = useApi();
  return useMutation({
    mutationFn: (body: Command) =>
      api.ask(`/calls/${encodeURIComponent(transactionId)}/commands`, callCommandResponseSchema, {
        method: 'POST',
        body,
      }),
  });
}

const lookEveryMs = 1500;

/** A call's records, read again and again while somebody waits for what came of a command. */
export function useCommandedCall(transactionId: string, isWaiting: boolean): UseQueryResult<CallResponse> {
  const api = useApi();
  return useQuery({
    queryKey: ['call', transactionId, 'commanded'],
    queryFn: ({ signal }) => api.ask(`/calls/${encodeURIComponent(transactionId)}`, callResponseSchema, { signal }),
    enabled: isWaiting,
    staleTime: 0,
    refetchInterval: isWaiting ? lookEveryMs : false,
  });
}
