import { onlineManager, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

/** Whether asking again may help: of passing problems, three times. */
export function shouldRetry(failures: number, problem: unknown): boolean {
  return problem instanceof Problem && problem.isPassing && failures < 3;
}

/** As long as the API says, else longer each time: 1, 2, 4 s. In milliseconds. */
export function retryDelay(failures: number, problem: unknown): number {
  const asked = problem instanceof Problem ? problem.retryAfterMs : undefined;
  return Math.min(asked ?? 1000 * 2 ** failures, 30_000);
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, retryDelay, staleTime: 10_000, refetchOnReconnect: true },
      // What somebody does fails at once when nobody answers: they see it, and do it again.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** While nobody answers, queries wait; they go on, and what is shown is read anew, once somebody does. */
export function pauseQueriesWhile(connection: {
  readonly isThere: boolean;
  subscribe(listener: () => void): () => void;
}): () => void {
  return connection.subscribe(() => onlineManager.setOnline(connection.isThere));
}
