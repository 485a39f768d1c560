import * as z from 'zod';

/**
 * What AWS's pages leave open, contradict each other in, or what was seen only once. The defaults are the readings with the best
 * evidence; a function that is right under all of them is right on AWS.
 */
export const behaviorSchema = z.strictObject({
  /**
   * When ACTION_SUCCESSFUL is sent. `ReportingActions`: CallAndBridge, Hangup, JoinChimeMeeting, ModifyChimeMeetingAttendees,
   * PlayAudioAndGetDigits, RecordAudio and those like them report in mid-list, the rest only as the last (authors of AWS's
   * workshop). `LastAction`: only the last of a list reports (developer guide, pstn-invocations).
   */
  MidListResults: z.enum(['ReportingActions', 'LastAction']).default('ReportingActions'),
  /** `Same`: the first ACTION_SUCCESSFUL has Sequence 1 again, as logs of 2021 show. */
  FirstResultSequence: z.enum(['Next', 'Same']).default('Next'),
  /** `LegBFirst`: nothing guarantees the order of Participants. */
  ParticipantOrder: z.enum(['LegAFirst', 'LegBFirst']).default('LegAFirst'),
  /** What a map with other keys does: `Replace` (transaction-attributes) or `Merge` (update-trans-attributes). */
  TransactionAttributes: z.enum(['Replace', 'Merge']).default('Replace'),
  /** 10 (attribute-trans-invalid) or 100 (transaction-attributes). */
  MaximumTransactionAttributes: z.union([z.literal(10), z.literal(100)]).default(10),
  /** Whether an event that is delivered again keeps its Sequence: no page says. */
  RetrySequence: z.enum(['Same', 'Next']).default('Same'),
  /** `true`: Participants have a Status in NEW_INBOUND_CALL and NEW_OUTBOUND_CALL (case-1); no log shows it. */
  StatusInFirstEvent: z.boolean().default(false),
  /** What is told when a caller leaves while an action runs, before HANGUP: `Failed`, `Successful` (both were handled), `Nothing`. */
  AbandonedAction: z.enum(['Successful', 'Failed', 'Nothing']).default('Successful'),
  /** `Wait`: an empty reply to a new call leaves it unanswered for 30 s (case-1); `Invalid`: it is rejected (unexpected-hangups). */
  EmptyFirstReply: z.enum(['Invalid', 'Wait']).default('Invalid'),
  /** SipHeaders with a PSTN endpoint: refused (call-and-bridge) or sent (sip-headers shows it). */
  PstnSipHeaders: z.enum(['Refuse', 'Send']).default('Refuse'),
  /** Speak and SpeakAndGetDigits in a second before ActionExecutionThrottled; absent: no limit. About 4 were seen. */
  SpeakRequestsPerSecond: z.int().min(1).optional(),
});
export type Behavior = z.infer<typeof behaviorSchema>;

export const defaultBehavior: Behavior = behaviorSchema.parse({});
