import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import { orderedFault, PlannedFaults, type FaultPlan } from '../http/planned-faults.ts';
import { readBody } from '../http/read-body.ts';
import { serveOnLoopback } from '../http/serve-on-loopback.ts';
import { getSecretValue, type StoredSecret } from './get-secret-value.ts';
import { refused, type SecretsAnswer, type SecretsApiErrorType } from './secrets-api-error.ts';

export interface SecretsOptions {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  /** Texts by the names of their secrets. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Default: us-east-1. */
  readonly region?: string;
}

/** The local AWS Secrets Manager: GetSecretValue of current versions, for whoever signs the request. */
export interface LocalSecrets {
  /** For AWS_ENDPOINT_URL_SECRETS_MANAGER. */
  readonly endpoint: string;
  readonly faults: FaultPlan<'GetSecretValue', SecretsApiErrorType>;
  /** A new secret, or a new version of one. Returns its ARN. */
  put(name: string, text: string): string;
  /** While on, connections are hung up without an answer. */
  outage(on: boolean): void;
  /** Holds every later answer back, by 0 (the default) or more milliseconds. */
  slow(milliseconds: number): void;
  close(): Promise<void>;
}

const target = 'secretsmanager.GetSecretValue';
/** Of a request; ten times the longest that is valid. */
const maxBodyBytes = 64 * 1024;

/** Starts the service on 127.0.0.1, on any free port. What is kept in it is gone when it is closed. */
export async function startSecrets(options: SecretsOptions): Promise<LocalSecrets> {
  const { clock, timers, ids, secrets = {}, region = 'us-east-1' } = options;
  const stored = new Map<string, StoredSecret>();
  const faults = new PlannedFaults<'GetSecretValue', SecretsApiErrorType>();
  let down = false;
  let delayMilliseconds = 0;

  const put = (name: string, text: string): string => {
    const arn = stored.get(name)?.arn ?? arnOf(name, region, ids);
    stored.set(name, { name, arn, text, versionId: ids.uuid(), createdAt: clock.now() });
    return arn;
  };
  for (const [name, text] of Object.entries(secrets)) put(name, text);

  const server = await serveOnLoopback(async (request, response) => {
    const body = await readBody(request, maxBodyBytes);
    if (delayMilliseconds > 0) await pause(timers, delayMilliseconds);
    if (down) request.socket.destroy();
    else send(response, ids.uuid(), answer(request, body, stored, faults));
  });

  return {
    endpoint: server.endpoint,
    faults,
    put,
    outage(on) {
      down = on;
    },
    slow(milliseconds) {
      delayMilliseconds = milliseconds;
    },
    close: () => server.close(),
  };
}

function answer(
  request: IncomingMessage,
  body: Buffer | undefined,
  stored: ReadonlyMap<string, StoredSecret>,
  faults: PlannedFaults<'GetSecretValue', SecretsApiErrorType>,
): SecretsAnswer {
  if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') !== true)
    return refused('MissingAuthenticationTokenException', 'Sign the request, with any credentials.');
  const operation = request.headers['x-amz-target'];
  if (typeof operation !== 'string' || !operation.startsWith('secretsmanager.'))
    return refused('UnknownOperationException', 'X-Amz-Target must be secretsmanager. and an operation.');
  if (operation !== target) return refused('NotServedLocally', `The local cloud serves ${target} only.`);
  const fault = faults.take('GetSecretValue');
  if (fault !== undefined) return refused(fault, orderedFault);
  return getSecretValue(parseJson(body), stored.values());
}

/** JSON 1.1 of AWS: errors are told by `__type`. */
function send(response: ServerResponse, requestId: string, { status, body }: SecretsAnswer): void {
  response
    .writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId })
    .end(JSON.stringify(body));
}

function arnOf(name: string, region: string, ids: Ids): string {
  const suffix = Buffer.from(ids.randomBytes(3)).toString('hex');
  return `arn:aws:secretsmanager:${region}:111122223333:secret:${name}-${suffix}`;
}

function parseJson(body: Buffer | undefined): unknown {
  try {
    return JSON.parse(body?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
}

function pause(timers: Timers, milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  timers.after(milliseconds, resolve);
  return promise;
}
