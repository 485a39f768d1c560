/** What an attendee may do in one medium. */
export const mediaCapabilities = ['SendReceive', 'Send', 'Receive', 'None'] as const;
export type MediaCapability = (typeof mediaCapabilities)[number];

/** As the Chime SDK Meetings API writes it. */
export interface AttendeeCapabilities {
  readonly Audio: MediaCapability;
  readonly Video: MediaCapability;
  readonly Content: MediaCapability;
}

/** As the Chime SDK Meetings API writes it. */
export interface Attendee {
  readonly ExternalUserId: string;
  readonly AttendeeId: string;
  /** Admits to the meeting until the attendee is deleted or the meeting ends: a secret. */
  readonly JoinToken: string;
  readonly Capabilities: AttendeeCapabilities;
}

/** As the Chime SDK Meetings API writes it. */
export interface Meeting {
  readonly MeetingId: string;
  readonly MeetingArn: string;
  readonly ExternalMeetingId: string;
  readonly MediaRegion: string;
  readonly MediaPlacement: Readonly<Record<string, string>>;
  readonly MeetingHostId?: string | undefined;
  readonly MeetingFeatures?: { readonly Attendee?: { readonly MaxCount?: number | undefined } | undefined } | undefined;
  readonly TenantIds?: readonly string[] | undefined;
}

/** Chime SDK quota, unless MeetingFeatures.Attendee.MaxCount says less. */
export const maxAttendees = 250;
