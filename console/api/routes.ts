import type { ConsoleServices } from './console-services.ts';
import type { Route } from './route.ts';
import { callsOfContext } from './routes/calls-of-context.ts';
import { commandCall } from './routes/command-call.ts';
import { getCall } from './routes/get-call.ts';
import { getCallContext } from './routes/get-call-context.ts';
import { joinCall } from './routes/join-call.ts';
import { listCalls } from './routes/list-calls.ts';
import { liveCalls } from './routes/live-calls.ts';

/** Everything that the console API serves: a route is a file, and a line here. */
export const callRoutes: readonly Route<ConsoleServices>[] = [
  getCallContext,
  callsOfContext,
  commandCall,
  joinCall,
  listCalls,
  liveCalls,
  getCall,
];
