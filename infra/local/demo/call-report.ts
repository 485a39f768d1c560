import type { ContextSeen, Conversation } from '../contact-center/conversation.ts';
import type { CallCase } from './scenarios.ts';

/** What happened in one call, as `npm run demo -- --json` prints it. */
export interface CallReport {
  readonly case: CallCase;
  readonly utterances: readonly string[];
  /** What Alexa said, turn by turn. */
  readonly speech: readonly string[];
  readonly contextId: string | null;
  readonly sip: { readonly requestUri: string; readonly userToUser: string; readonly alexaClientId: string } | null;
  readonly invocations: readonly InvocationReport[];
  readonly destination: Conversation['destination'] | null;
  readonly contextSeenByAgent: ContextSeen | null;
  readonly audio: {
    readonly callerHeardCallee: boolean;
    readonly calleeHeardCaller: boolean;
    readonly packetsLost: number;
  };
  readonly legsLeftConnected: number;
  /** From the placing of the call until a person answered, with the words that are said before. */
  readonly millisecondsToAnswer: number | null;
}

export interface InvocationReport {
  readonly InvocationEventType: string;
  readonly Sequence: number;
  readonly actions: readonly string[];
  readonly milliseconds: number;
}

const expectedKind = { 'contact-center': 'contactCenter', branch: 'branch', meeting: 'meeting' } as const;

/** Everything that was promised and did not happen; nothing when all is well. */
export function shortcomings(report: CallReport): string[] {
  const { audio, contextSeenByAgent: seen } = report;
  const promises: [boolean, string][] = [
    [report.sip !== null, 'the device placed no call'],
    [report.contextId !== null, 'the INVITE carried no context id'],
    [report.invocations[0]?.InvocationEventType === 'NEW_INBOUND_CALL', 'the SMA function was not told of the call'],
    [report.destination?.kind === expectedKind[report.case], `nobody answered at the ${report.case}`],
    [audio.callerHeardCallee, 'the caller did not hear the other side'],
    [audio.calleeHeardCaller, 'the other side did not hear the caller'],
    [audio.packetsLost === 0, `${audio.packetsLost} audio packets were lost`],
    [report.legsLeftConnected === 0, `${report.legsLeftConnected} legs were left connected`],
    [
      report.case !== 'contact-center' || (seen?.callerName !== undefined && seen.accountId !== undefined),
      'the agent did not see who was calling',
    ],
  ];
  return promises.filter(([kept]) => !kept).map(([, what]) => what);
}
