import type {
  SipMessage,
  SipRequest,
  SipResponse,
} from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { noBody } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { responseTo } from '../../../../../../../infra/local/pstn-audio/sip/message/response.ts';
import type { ClientMachineOptions } from '../../../../../../../infra/local/pstn-audio/sip/transactions/machine.ts';
import { sipTiming } from '../../../../../../../infra/local/pstn-audio/sip/transactions/timing.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';

/** Time, a peer and a user around one transaction machine; `events` tells what they saw, with the time in ms. */
export function bench(method: string, reliable = false) {
  const timers = new TimersFake(0);
  const events: string[] = [];
  const note = (what: string): void => void events.push(`${timers.now()} ${what}`);
  const name = (message: SipMessage): string => (message.kind === 'request' ? message.method : String(message.status));
  const request: SipRequest = {
    kind: 'request',
    method,
    uri: 'sip:bob@127.0.0.1',
    headers: [
      { name: 'Via', value: 'SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK1' },
      { name: 'Route', value: '<sip:proxy@127.0.0.1;lr>' },
      { name: 'From', value: '<sip:alice@127.0.0.1>;tag=a' },
      { name: 'To', value: '<sip:bob@127.0.0.1>' },
      { name: 'Call-ID', value: 'call' },
      { name: 'CSeq', value: `7 ${method}` },
    ],
    body: noBody,
  };
  const sent: SipMessage[] = [];
  const options: ClientMachineOptions = {
    timers,
    timing: sipTiming(),
    reliable,
    request,
    send(message) {
      sent.push(message);
      note(`send ${name(message)}`);
    },
    onResponse: (response) => note(`response ${response.status}`),
    onTimeout: () => note('timeout'),
    onUnreachable: (cause) => note(`unreachable: ${cause.message}`),
    onTerminated: () => note('terminated'),
  };
  const respond = (status: number, toTag = 'b'): SipResponse => responseTo(request, status, { toTag });
  return { timers, events, request, sent, options, respond };
}
