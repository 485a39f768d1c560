import { createParser } from 'eventsource-parser';
import { liveCallsEvent } from '../../../../shared/contracts/desk-api.ts';

/** What one answer of an event stream tells. */
export interface News {
  /** Of live calls, in the order in which they came; events that newer releases add are passed over. */
  readonly events: readonly { readonly id: string | undefined; readonly data: string }[];
  /** How long to wait before asking again, in milliseconds, where the service says so. */
  readonly retryMs?: number;
}

/** Reads server-sent events (HTML Living Standard, 9.2.6). An event that its answer ends within does not count. */
export function readNews(text: string): News {
  const events: News['events'][number][] = [];
  let retryMs: number | undefined;
  const parser = createParser({
    onEvent: ({ event, id, data }) => {
      if (event === liveCallsEvent) events.push({ id, data });
    },
    onRetry: (milliseconds) => {
      retryMs = milliseconds;
    },
  });
  parser.feed(text);
  return { events, ...(retryMs === undefined ? {} : { retryMs }) };
}
