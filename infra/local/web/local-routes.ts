import type { Callers } from '../cloud/callers/callers.ts';
import type { LocalCloud } from '../cloud/local-cloud.ts';
import type { ConsoleScope } from '../../../shared/contracts/console-scopes.ts';
import {
  localRoutes,
  phoneDeeds,
  placeCallRequestSchema,
  putBehaviourSchema,
  type LocalState,
  type PlaceCallResponse,
} from '../../../shared/contracts/local-cloud-api.ts';
import { destinationsOf, setBehaviour } from './destinations.ts';
import { refusal, type LocalAnswer } from './local-answer.ts';

/** What the routes have to do with. */
export type LocalWorld = Pick<
  LocalCloud,
  'desk' | 'branches' | 'advisers' | 'agentsPhones' | 'tenant' | 'pstnAudio'
> & {
  readonly callers: Pick<Callers, 'place'>;
};

export interface LocalRequest {
  readonly pathParameters: Readonly<Record<string, string>>;
  /** As it was parsed from JSON; undefined where there was none, or it was none. */
  readonly body: unknown;
}

export interface LocalRoute {
  readonly key: string;
  readonly scope: ConsoleScope;
  readonly answer: (request: LocalRequest, world: LocalWorld) => Promise<LocalAnswer>;
}

const done: LocalAnswer = { statusCode: 204 };

/** The routes of the local API, each with what a token must grant. */
export const routesOfLocalCloud: readonly LocalRoute[] = [
  {
    key: localRoutes.getState,
    scope: 'calls/read',
    answer: async (_, world) => ({ statusCode: 200, body: stateOf(world) }),
  },
  { key: localRoutes.putBehaviour, scope: 'calls/control', answer: putBehaviour },
  { key: localRoutes.placeCall, scope: 'calls/control', answer: placeCall },
  { key: localRoutes.handlePhone, scope: 'calls/control', answer: handlePhone },
  { key: localRoutes.joinMeeting, scope: 'calls/control', answer: joinMeeting },
];

function stateOf(world: LocalWorld): LocalState {
  const { tenant, pstnAudio, agentsPhones } = world;
  const { host, port } = pstnAudio.address;
  return {
    destinations: [...destinationsOf(world)],
    phones: [...agentsPhones.phones],
    dial: `sip:${tenant.smaPhoneNumber}@${host}:${port}`,
  };
}

async function putBehaviour({ pathParameters, body }: LocalRequest, world: LocalWorld): Promise<LocalAnswer> {
  const read = putBehaviourSchema.safeParse(body);
  if (!read.success) return invalid(read.error);
  const { destination = '' } = pathParameters;
  switch (setBehaviour(world, destination, read.data.behaviour)) {
    case 'set':
      return done;
    case 'unknown':
      return refusal(404, 'local-cloud-refused', 'The local cloud has nobody at this destination: see its state.');
    case 'cannot':
      return refusal(409, 'local-cloud-refused', 'This destination cannot do that: its state says what it can.');
  }
}

async function placeCall({ body }: LocalRequest, { callers }: LocalWorld): Promise<LocalAnswer> {
  const read = placeCallRequestSchema.safeParse(body);
  if (!read.success) return invalid(read.error);
  const placed = await callers.place(read.data);
  if (placed.kind === 'refused') return refusal(409, 'local-cloud-refused', placed.because);
  const { transactionId, notCarried } = placed;
  return { statusCode: 201, body: { transactionId, notCarried } satisfies PlaceCallResponse };
}

async function handlePhone({ pathParameters }: LocalRequest, { agentsPhones }: LocalWorld): Promise<LocalAnswer> {
  const { phone = '', deed: asked } = pathParameters;
  const deed = phoneDeeds.find((each) => each === asked);
  if (deed === undefined) return refusal(400, 'invalid-request', `A telephone can ${phoneDeeds.join(', ')}.`);
  switch (await agentsPhones.handle(phone, deed)) {
    case 'done':
      return done;
    case 'unknown':
      return refusal(
        404,
        'local-cloud-refused',
        'This telephone does not ring any more: the caller has gone, or it was somebody else’s.',
      );
    case 'notNow':
      return refusal(
        409,
        'local-cloud-refused',
        'A telephone that rings can be answered or declined; one that is talked on can be put down.',
      );
  }
}

async function joinMeeting({ pathParameters }: LocalRequest, { advisers }: LocalWorld): Promise<LocalAnswer> {
  const joined = await advisers.joinByHand(pathParameters['transactionId'] ?? '');
  return joined.kind === 'joined'
    ? { statusCode: 201, body: joined.phone }
    : refusal(404, 'meeting-not-found', 'This call waits in no meeting, or not any more.');
}

/** Where it is wrong, and what is: paths and the schema's words, never what was sent. */
function invalid({
  issues,
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): LocalAnswer {
  const problems = issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  );
  return refusal(400, 'invalid-request', `The request cannot be used: ${problems.join('; ')}.`);
}
