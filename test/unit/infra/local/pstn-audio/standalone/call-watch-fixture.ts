import { CallWatch } from '../../../../../../infra/local/pstn-audio/standalone/watching/call-watch.ts';
import type { CallNews } from '../../../../../../infra/local/pstn-audio/standalone/watching/watched-call.ts';
import type { InvocationTrace } from '../../../../../../infra/local/pstn-audio/service/trace.ts';
import type { SipTrace } from '../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';

export const alice = '+12065550123';
export const service = '+16073331111';
export const bob = '+12065550141';
export const functionArn = 'arn:aws:lambda:us-east-1:111122223333:function:sma';
const local = { host: '127.0.0.1', port: 5060 };

export interface WatchFixture {
  readonly watch: CallWatch;
  readonly news: CallNews[];
  readonly time: TimersFake;
}

export function watching(): WatchFixture {
  const time = new TimersFake(Date.parse('2026-11-21T07:00:00Z'));
  const news: CallNews[] = [];
  return { watch: new CallWatch(time, [(each) => news.push(each)]), news, time };
}

interface SipOptions {
  readonly callId: string;
  readonly direction?: 'in' | 'out';
  readonly from?: string;
  readonly to?: string;
  /** Tag of From. */
  readonly tag?: string;
}

function traceOf(message: string, direction: 'in' | 'out'): SipTrace {
  return {
    direction,
    protocol: 'UDP',
    local,
    remote: { host: '127.0.0.1', port: 5090 },
    bytes: Buffer.from(message),
    message,
  };
}

export function request(
  method: string,
  { callId, direction = 'in', from = alice, to = service, tag: fromTag = '1' }: SipOptions,
): SipTrace {
  const tag = method === 'INVITE' || method === 'OPTIONS' ? '' : ';tag=2';
  const head = `${method} sip:${to}@127.0.0.1 SIP/2.0\r\nFrom: <sip:${from}@a>;tag=${fromTag}\r\nTo: <sip:${to}@b>${tag}`;
  return traceOf(`${head}\r\nCall-ID: ${callId}\r\nCSeq: 1 ${method}\r\n\r\n`, direction);
}

export function response(
  status: string,
  method: string,
  { callId, direction = 'out', to = service, tag = '1' }: SipOptions,
): SipTrace {
  const parties = `From: <sip:a>;tag=${tag}\r\nTo: <sip:${to}@b>;tag=2`;
  return traceOf(`SIP/2.0 ${status}\r\n${parties}\r\nCall-ID: ${callId}\r\nCSeq: 1 ${method}\r\n\r\n`, direction);
}

/** What is told of an invocation; LEG-A is Alice's call to the service unless it is said otherwise. */
export function invocation(transactionId: string, changes: Partial<InvocationTrace> = {}): InvocationTrace {
  const { invocationEventType = 'NEW_INBOUND_CALL' } = changes;
  return {
    transactionId,
    functionArn,
    sequence: 1,
    invocationEventType,
    event: {
      InvocationEventType: invocationEventType,
      CallDetails: {
        TransactionId: transactionId,
        Participants: [
          {
            CallId: `${transactionId}-a`,
            ParticipantTag: 'LEG-A',
            To: service,
            From: alice,
            Direction: 'Inbound',
            StartTimeInMilliseconds: '1',
          },
        ],
      },
    },
    response: { SchemaVersion: '1.0', Actions: [] },
    actions: [],
    milliseconds: 12.4,
    deliveries: 1,
    errors: [],
    ...changes,
  };
}

/** An INVITE of ours, and whose it is. */
export function rings({ watch }: WatchFixture, transactionId: string, callId: string, to = bob): void {
  watch.onSip(request('INVITE', { callId, direction: 'out', from: service, to }));
  watch.onInvite({ transactionId, tag: 'LEG-B', sipCallId: callId });
}

/** Alice calls, and her call is one of the function's. */
export function aliceCalls({ watch }: WatchFixture, transactionId: string, callId: string): void {
  watch.onSip(request('INVITE', { callId }));
  watch.onLeg({
    transactionId,
    callId: `${transactionId}-a`,
    tag: 'LEG-A',
    direction: 'Inbound',
    sipCallId: callId,
  });
}
