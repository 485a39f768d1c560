import type { Route } from './route.ts';
import { commandCall } from './routes/command-call.ts';
import { getCall } from './routes/get-call.ts';
import { getCallContext } from './routes/get-call-context.ts';
import { listCalls } from './routes/list-calls.ts';

/** Everything that the console API serves: a route is a file, and a line here. */
export const consoleRoutes: readonly Route[] = [getCallContext, commandCall, listCalls, getCall];
