export interface MeetingRequest {
  /** 2 to 64 characters; the same token opens the same meeting. */
  readonly requestToken: string;
  /** 2 to 64 characters: which call it is for, so that what happens in it can be told to the call. */
  readonly externalMeetingId: string;
  /** 2 to 64 characters; the same id in the same meeting is the same attendee. */
  readonly externalUserId: string;
}

/** A meeting with a place for the caller in it. */
export interface OpenMeeting {
  readonly meetingId: string;
  readonly attendeeId: string;
  /** Admits to the meeting: a secret, never logged and never put into transaction attributes. */
  readonly joinToken: string;
}

/** Meetings of the Amazon Chime SDK. `open` rejects with a BridgeError `meeting-unavailable`, `close` never: it is best effort. */
export interface Meetings {
  open(request: MeetingRequest): Promise<OpenMeeting>;
  /** How many attendees the meeting has, the caller among them; 0 for one that has ended. Rejects with `meeting-unavailable`. */
  attendees(meeting: { readonly meetingId: string }): Promise<number>;
  close(meeting: { readonly meetingId: string; readonly attendeeId: string }): Promise<void>;
}
