import {
  callCommandsRoute,
  callCommandsScope,
  callContextRoute,
  callContextScope,
  callRoute,
  callsRoute,
  callsScope,
} from '../../../shared/contracts/console-api.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import { startApiGateway } from '../api-gateway/api-gateway.ts';
import { startTokenIssuer } from '../api-gateway/token-issuer.ts';
import { ConsoleClient } from '../contact-center/console-client.ts';
import type { FunctionsHost } from '../functions/functions-host.ts';
import { ConsoleAccess } from './console-access.ts';

export interface ConsoleOptions {
  readonly functions: FunctionsHost;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The console API behind its gateway, and those who may use it. */
export interface LocalConsole {
  /** Base URL. */
  readonly endpoint: string;
  /** The contact centre's customer-engagement system. */
  readonly crm: ConsoleClient;
  /** The same credentials, for whatever may be asked with them. */
  readonly crmAccess: ConsoleAccess;
  /** What advisers work with: reads contexts, and tells calls. */
  readonly adviserScreen: ConsoleClient;
  readonly adviser: ConsoleAccess;
  readonly operator: ConsoleAccess;
  close(): Promise<void>;
}

const routes = [
  { routeKey: callContextRoute, scope: callContextScope },
  { routeKey: callCommandsRoute, scope: callCommandsScope },
  { routeKey: callsRoute, scope: callsScope },
  { routeKey: callRoute, scope: callsScope },
] as const;

const clients = {
  crm: { clientId: 'crm', clientSecret: 'local-crm-secret', scopes: [callContextScope] },
  adviser: {
    clientId: 'adviser-desktop',
    clientSecret: 'local-adviser-secret',
    scopes: [callContextScope, callCommandsScope],
  },
  operator: {
    clientId: 'operator',
    clientSecret: 'local-operator-secret',
    scopes: [...new Set(routes.map(({ scope }) => scope))],
  },
};

/** Starts the token issuer and the gateway in front of the console's function. */
export async function startConsole({ functions, timers, clock, ids }: ConsoleOptions): Promise<LocalConsole> {
  const issuer = await startTokenIssuer({ clients: Object.values(clients), clock, ids });
  const gateway = await startApiGateway({
    routes: routes.map(({ routeKey, scope }) => ({ routeKey, functionName: 'console-api', scopes: [scope] })),
    invoke: (name, event) => functions.invoke(name, event),
    authorizer: { issuer: issuer.issuer, audience: Object.values(clients).map(({ clientId }) => clientId) },
    timers,
    clock,
    ids,
  });
  const addresses = { endpoint: gateway.endpoint, tokenEndpoint: issuer.tokenEndpoint };
  return {
    endpoint: gateway.endpoint,
    crm: new ConsoleClient({ ...addresses, ...clients.crm }),
    crmAccess: new ConsoleAccess({ ...addresses, ...clients.crm }),
    adviserScreen: new ConsoleClient({ ...addresses, ...clients.adviser }),
    adviser: new ConsoleAccess({ ...addresses, ...clients.adviser }),
    operator: new ConsoleAccess({ ...addresses, ...clients.operator }),
    async close() {
      await gateway.close();
      await issuer.close();
    },
  };
}
