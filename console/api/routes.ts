import type { Route } from './route.ts';
import { getCallContext } from './routes/get-call-context.ts';

/** Everything that the console API serves: a route is a file, and a line here. */
export const consoleRoutes: readonly Route[] = [getCallContext];
