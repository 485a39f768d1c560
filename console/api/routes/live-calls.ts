import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import { liveCallsEvent, type LiveCalls } from '../../../shared/contracts/desk-api.ts';
import type { CallRecordStore } from '../../../shared/ports/call-record-store.ts';
import type { Answer } from '../answer.ts';
import type { ConsoleServices } from '../console-services.ts';
import { LiveCallsView, type LiveCallsSeen } from '../live-calls.ts';
import { recordsUnavailable } from '../records-unavailable.ts';
import type { Route } from '../route.ts';

/** How long a client waits before it asks again, in milliseconds. */
const askAgainMs = 1000;

/** As long as the store: the function has one for all that it is asked. */
const views = new WeakMap<CallRecordStore, LiveCallsView>();

/**
 * The calls of this moment as server-sent events (HTML Living Standard, 9.2). A function cannot hold a stream open behind API
 * Gateway: each answer ends at once, and the client, which asks again by itself, says by Last-Event-ID what it has.
 */
export const liveCalls: Route<ConsoleServices> = {
  ...consoleRoutes.liveCalls,

  async answer(event, { callRecords, clock }) {
    if (callRecords === undefined) return recordsUnavailable();
    const seen = await viewOf(callRecords).at(clock.now());
    return eventStream(event.headers?.['last-event-id'] === seen.id ? ': nothing new\n\n' : newsOf(seen));
  },
};

function viewOf(callRecords: CallRecordStore): LiveCallsView {
  const view = views.get(callRecords) ?? new LiveCallsView(callRecords);
  views.set(callRecords, view);
  return view;
}

function newsOf({ at, calls, id }: LiveCallsSeen): string {
  const data = { now: new Date(at).toISOString(), calls: [...calls] } satisfies LiveCalls;
  return `id: ${id}\nevent: ${liveCallsEvent}\ndata: ${JSON.stringify(data)}\n\n`;
}

function eventStream(news: string): Answer {
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    body: `retry: ${askAgainMs}\n${news}`,
  };
}
