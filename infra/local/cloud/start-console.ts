import { consoleRoutes, type ConsoleRoute } from '../../../shared/contracts/console-routes.ts';
import { consoleScopes } from '../../../shared/contracts/console-scopes.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import { startApiGateway } from '../api-gateway/api-gateway.ts';
import type { AuthorizerSettings } from '../api-gateway/jwt-authorizer.ts';
import { localPeople } from '../api-gateway/sign-in/person.ts';
import { startTokenIssuer, type TokenIssuer } from '../api-gateway/token-issuer.ts';
import { ConsoleClient } from '../contact-center/console-client.ts';
import type { FunctionsHost } from '../functions/functions-host.ts';
import { ConsoleAccess } from './console-access.ts';

export interface ConsoleOptions {
  readonly functions: FunctionsHost;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly ids: Ids;
  /** How long tokens are good for, in seconds. Default: 3600. */
  readonly tokenSeconds?: number;
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
  /** Where people sign in. */
  readonly issuer: TokenIssuer;
  /** Whose tokens are taken, issued to whom. */
  readonly authorizer: AuthorizerSettings;
  close(): Promise<void>;
}

const routes: readonly ConsoleRoute[] = Object.values(consoleRoutes);

const clients = {
  crm: { clientId: 'crm', clientSecret: 'local-crm-secret', scopes: ['call-contexts/read'] },
  adviser: {
    clientId: 'adviser-desktop',
    clientSecret: 'local-adviser-secret',
    scopes: ['call-contexts/read', 'calls/control'],
  },
  operator: {
    clientId: 'operator',
    clientSecret: 'local-operator-secret',
    scopes: consoleScopes,
  },
};

/** The web application, which people sign in to. */
export const webClientId = 'console';

/** Starts the token issuer and the gateway in front of the console's functions. */
export async function startConsole(options: ConsoleOptions): Promise<LocalConsole> {
  const { functions, timers, clock, ids, tokenSeconds } = options;
  const issuer = await startTokenIssuer({
    clients: Object.values(clients),
    people: localPeople,
    clock,
    ids,
    ...(tokenSeconds === undefined ? {} : { tokenSeconds }),
  });
  const authorizer = {
    issuer: issuer.issuer,
    audience: [...Object.values(clients).map(({ clientId }) => clientId), webClientId],
  };
  const gateway = await startApiGateway({
    routes: routes.map(({ key, function: functionName, scope, perSecond }) => ({
      routeKey: key,
      functionName,
      throttle: { perSecond, burst: 2 * perSecond },
      ...(scope === undefined ? {} : { scopes: [scope] }),
    })),
    invoke: (name, event) => functions.invoke(name, event),
    authorizer,
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
    issuer,
    authorizer,
    async close() {
      await gateway.close();
      await issuer.close();
    },
  };
}
