/** What an Amazon Chime SDK client library joins with, as the Meetings API gives it. The attendee's token is a secret: never logged. */
export interface PlaceInMeeting {
  readonly meeting: Readonly<Record<string, unknown>> & { readonly MeetingId: string };
  readonly attendee: Readonly<Record<string, unknown>> & {
    readonly AttendeeId: string;
    readonly ExternalUserId: string;
    readonly JoinToken: string;
  };
}

/** Places for advisers in meetings that wait for one. */
export interface MeetingPlaces {
  /**
   * The same external user id in the same meeting is the same attendee. Undefined for a meeting that has ended, or never was. Rejects with
   * a BridgeError `meeting-unavailable`.
   *
   * @param wanted `externalUserId`: 2 to 64 characters. `region`: where the meeting was opened.
   */
  take(wanted: {
    readonly meetingId: string;
    readonly region: string;
    readonly externalUserId: string;
  }): Promise<PlaceInMeeting | undefined>;
}
