import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  localStateSchema,
  placeCallResponseSchema,
  type Behaviour,
  type LocalState,
  type PlaceCallRequest,
  type PlaceCallResponse,
} from '../../../shared/contracts/local-cloud-api.ts';
import { useApi } from './use-api.ts';
import { useSession } from '../session/session.ts';

/** A call takes some seconds to be set up: Alexa, SIP, and the functions' first words. */
const placingMs = 30_000;

/** How people and telephones of the local cloud are disposed; nothing is asked where there is none. */
export function useLocalState({ everyMs }: { readonly everyMs?: number } = {}): UseQueryResult<LocalState> {
  const api = useApi();
  const { config } = useSession();
  return useQuery({
    queryKey: ['local-state'],
    queryFn: ({ signal }) => api.ask('/state', localStateSchema, { of: 'local', signal }),
    enabled: config.local !== undefined,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  });
}

export interface BehaviourOf {
  readonly destination: string;
  readonly behaviour: Behaviour;
}

/** From now on, for every call, until it is set otherwise. */
export function usePutBehaviour(): UseMutationResult<void, Error, BehaviourOf> {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ destination, behaviour }: BehaviourOf) =>
      api.tell(`/destinations/${encodeURIComponent(destination)}`, {
        of: 'local',
        method: 'PUT',
        body: { behaviour },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['local-state'] }),
  });
}

/** Has somebody call as this caller, now. */
export function usePlaceCall(): UseMutationResult<PlaceCallResponse, Error, PlaceCallRequest> {
  const api = useApi();
  return useMutation({
    mutationFn: (request: PlaceCallRequest) =>
      api.ask('/calls', placeCallResponseSchema, {
        of: 'local',
        method: 'POST',
        body: request,
        timeoutMs: placingMs,
      }),
  });
}
