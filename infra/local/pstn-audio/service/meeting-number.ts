/** The number that stands for meetings among participants, and in calls that are placed to one, as public functions rely on it. */
export const meetingNumber = '+17035550122';

export interface MeetingAdmission {
  readonly joinToken: string;
  readonly meetingId: string | undefined;
}

/**
 * The meeting that a call to `meetingNumber` is for: AWS's samples name it in two SIP headers, of which the first is needed.
 * Undefined: it is a call like any other.
 */
export function admissionIn(
  number: string,
  sipHeaders: Readonly<Record<string, string>>,
): MeetingAdmission | undefined {
  const header = (wanted: string): string | undefined =>
    Object.entries(sipHeaders).find(([name]) => name.toLowerCase() === wanted)?.[1];
  const joinToken = header('x-chime-join-token');
  return number === meetingNumber && joinToken !== undefined
    ? { joinToken, meetingId: header('x-chime-meeting-id') }
    : undefined;
}
