import * as z from 'zod';

/**
 * What AWS's pages leave open, contradict each other in, or what was seen only once. The defaults are the readings with the best
 * evidence; a function that is right under all of them is right on AWS.
 */
export const behaviorSchema = z.strictObject({
  MidListResults: z
    .enum(['ReportingActions', 'LastAction'])
    .default('ReportingActions')
    .describe(
      'When ACTION_SUCCESSFUL is sent. ReportingActions: in mid-list by CallAndBridge, Hangup, JoinChimeMeeting, ModifyChimeMeetingAttendees, PlayAudioAndGetDigits and RecordAudio (authors of AWS’s workshop), and by SpeakAndGetDigits and StartBotConversation (our choice: what a caller answered would be lost); by the rest only as the last. LastAction: only the last of a list reports (pstn-invocations).',
    ),
  FirstResultSequence: z
    .enum(['Next', 'Same'])
    .default('Next')
    .describe(
      'Same: the first ACTION_SUCCESSFUL has Sequence 1 again, as logs of 2021 show, if it comes right after the first event.',
    ),
  ParticipantOrder: z
    .enum(['LegAFirst', 'LegBFirst'])
    .default('LegAFirst')
    .describe('LegBFirst: nothing guarantees the order of Participants.'),
  TransactionAttributes: z
    .enum(['Replace', 'Merge'])
    .default('Replace')
    .describe('What a map with other keys does: Replace (transaction-attributes) or Merge (update-trans-attributes).'),
  MaximumTransactionAttributes: z
    .union([z.literal(10), z.literal(100)])
    .default(100)
    .describe('100 pairs (transaction-attributes), or 10, as an older error text says (attribute-trans-invalid).'),
  RetrySequence: z
    .enum(['Same', 'Next'])
    .default('Same')
    .describe('Whether an event that is delivered again keeps its Sequence: no page says.'),
  StatusInFirstEvent: z
    .boolean()
    .default(false)
    .describe('true: Participants have a Status in NEW_INBOUND_CALL and NEW_OUTBOUND_CALL (case-1); no log shows it.'),
  AbandonedAction: z
    .enum(['Successful', 'Failed', 'Nothing'])
    .default('Successful')
    .describe(
      'What is told before HANGUP when a caller leaves while an action runs. Public functions are written for Successful and for Failed; Nothing: HANGUP alone.',
    ),
  HangupOfOneLeg: z
    .enum(['ActionSuccessful', 'Hangup'])
    .default('ActionSuccessful')
    .describe(
      'What tells that a Hangup has ended one leg while another lives: ACTION_SUCCESSFUL, which public functions rely on, or HANGUP (the page of the action, hangup). That a meeting was left is told by ACTION_SUCCESSFUL either way.',
    ),
  ReceiveDigits: z
    .enum(['Once', 'Again'])
    .default('Once')
    .describe(
      'After digits have been received: Once, others are passed over until ReceiveDigits is asked for again (listen-to-digits), or Again, it goes on listening, as a public function relies on.',
    ),
  EmptyFirstReply: z
    .enum(['Invalid', 'Wait'])
    .default('Invalid')
    .describe(
      'An empty reply to a new call: Invalid, it is rejected (unexpected-hangups), or Wait, the call stays unanswered for 30 s (case-1).',
    ),
  PstnSipHeaders: z
    .enum(['Refuse', 'Send'])
    .default('Refuse')
    .describe('SipHeaders with a PSTN endpoint: refused (call-and-bridge) or sent (a sample of sip-headers).'),
  SpeakRequestsPerSecond: z
    .int()
    .min(1)
    .optional()
    .describe(
      'Speak and SpeakAndGetDigits in a second before ActionExecutionThrottled, over all calls; absent: no limit. About 4 were seen.',
    ),
});
export type Behavior = z.infer<typeof behaviorSchema>;

export const defaultBehavior: Behavior = behaviorSchema.parse({});
