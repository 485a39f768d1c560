import { createHash } from 'node:crypto';
import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';
import type { JoinCallResponse } from '../../../shared/contracts/desk-api.ts';
import { whereaboutsOf } from '../../../shared/domain/call-flow/whereabouts.ts';
import { hasCode } from '../../../shared/errors.ts';
import type { CallRecordStore } from '../../../shared/ports/call-record-store.ts';
import type { MeetingPlaces, PlaceInMeeting } from '../../../shared/ports/meeting-places.ts';
import { answerError, answerJson, type Answer } from '../answer.ts';
import { askedTransaction } from '../asked-transaction.ts';
import { audited } from '../audit.ts';
import type { ConsoleServices } from '../console-services.ts';
import { recordsUnavailable } from '../records-unavailable.ts';
import type { Route } from '../route.ts';
import { askerOf, type ConsoleEvent } from '../token.ts';

/** Admits an adviser to the meeting that a caller waits in, or talks in. Asked again, the same adviser has the same place. */
export const joinCall: Route<ConsoleServices> = {
  ...consoleRoutes.joinCall,

  async answer(event, services) {
    const transactionId = askedTransaction(event);
    if (transactionId === undefined)
      return answerError(
        400,
        'invalid-transaction-id',
        'This is no transaction id: take it from the list of calls, or from the invitation to its meeting.',
      );
    const { callRecords, meetingPlaces } = services;
    if (callRecords === undefined) return recordsUnavailable();
    if (meetingPlaces === undefined) return unavailable();
    const meeting = await meetingOf(transactionId, callRecords);
    if (meeting === undefined) return notFound();
    return join(event, { transactionId, ...meeting, meetingPlaces }, services);
  },
};

interface Meeting {
  readonly meetingId: string;
  readonly region: string;
}

/** A call is told of in the Region that it came in at; so were its meetings opened. */
async function meetingOf(transactionId: string, callRecords: CallRecordStore): Promise<Meeting | undefined> {
  const found = await callRecords.ofCall(transactionId);
  if (found === undefined) return undefined;
  const { meetingId } = whereaboutsOf(found.records);
  const region = found.records.find((record) => record.region !== undefined)?.region;
  return meetingId === undefined || region === undefined ? undefined : { meetingId, region };
}

async function join(
  event: ConsoleEvent,
  {
    transactionId,
    meetingId,
    region,
    meetingPlaces,
  }: Meeting & { readonly transactionId: string; readonly meetingPlaces: MeetingPlaces },
  services: ConsoleServices,
): Promise<Answer> {
  const { log } = services;
  let place: PlaceInMeeting | undefined;
  try {
    place = await meetingPlaces.take({ meetingId, region, externalUserId: nameOf(askerOf(event)) });
  } catch (error) {
    if (!hasCode(error, 'meeting-unavailable')) throw error;
    log.error('meeting-not-joined', error, { transactionId });
    return unavailable();
  }
  if (place === undefined) return notFound();
  log.info('meeting-joined', { transactionId, status: 200 });
  await audited(event, { kind: 'meetingJoined', subject: transactionId }, services);
  return answerJson(200, { meeting: place.meeting, attendee: place.attendee } satisfies JoinCallResponse);
}

/** In the meeting nobody is to read who an adviser is: ExternalUserId takes no more than 64 characters, and must be none's name. */
function nameOf(asker: string): string {
  return `adviser-${createHash('sha256').update(asker).digest('base64url').slice(0, 32)}`;
}

function notFound(): Answer {
  return answerError(
    404,
    'meeting-not-found',
    'The call waits in no meeting: it has gone on to somebody else, or it is over.',
  );
}

function unavailable(): Answer {
  return answerError(503, 'meetings-unavailable', 'The meeting cannot be joined at the moment: try again.');
}
