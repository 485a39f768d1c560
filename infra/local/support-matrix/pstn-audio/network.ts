import type { Row } from '../support.ts';

const sip = (name: string): string => `test/unit/infra/local/pstn-audio/sip/${name}.test.ts`;
const media = (name: string): string => `test/unit/infra/local/pstn-audio/media/${name}.test.ts`;
const trunk = 'test/e2e/voice-connector-trunk.test.ts';

/** What the line carries, and the objects that calls are routed by. */
export const network: Readonly<Record<string, Row>> = {
  'phone numbers, SIP rules (ToPhoneNumber, RequestUriHostname), targets by priority': {
    support: '✅',
    evidence: 'docs',
    note: 'No such number, no rule, or a disabled one: 404. The next Region’s function is asked when one cannot be had for a new call; in mid-call it ends the call. The call keeps its TransactionId then, and Sequence begins at 1 again (our choice); a wrong reply does not lead to the next Region.',
    shownBy: 'test/e2e/failover.test.ts',
  },
  'From of a caller': {
    support: '✅',
    evidence: 'ours',
    note: 'E.164 as it is; 11 to 15 digits get a “+”, other digits stay as they came, all else is “anonymous”. What is no E.164 number cannot be a CallerIdNumber.',
    shownBy: 'test/unit/infra/local/pstn-audio/service/inbound-invite.test.ts',
  },
  'Voice Connector origination: routes by priority and weight': {
    support: '✅',
    evidence: 'docs',
    note: 'Drawn by weight for each call. The next route follows on 5xx, no answer to the INVITE, or an unreachable host; any other code is the callee’s own answer.',
    shownBy: 'test/unit/infra/local/pstn-audio/objects/trunk-routes.test.ts',
  },
  'Voice Connector termination: CIDR list, credentials, calls in a second, countries': {
    support: '✅',
    evidence: 'docs',
    note: 'Codes are ours: 403 for address, country and what is disabled, 407 for credentials, 503 for too many calls; 403 for a caller id that is not owned was seen.',
    shownBy: trunk,
  },
  'trunk calls: a Voice Connector’s number to its exchange, an exchange’s call to the telephone network': {
    support: '🕒',
    evidence: 'docs',
    note: 'Without a function, audio relayed, codes passed back. Hold on one side is not passed on to the other. Ring time 120 s, then 408.',
    shownBy: trunk,
  },
  'Voice Connector groups': {
    support: '✅',
    evidence: 'docs',
    shownBy: 'test/unit/infra/local/pstn-audio/objects/trunk-routes.test.ts',
  },
  'encrypted Voice Connectors': {
    support: '🕒',
    evidence: 'docs',
    note: 'SIP over TLS both ways; audio is not encrypted (no SRTP).',
    shownBy: sip('transport/tls'),
  },
  'SIP over UDP, TCP and TLS: transactions, dialogs, CANCEL, re-INVITE, UPDATE, OPTIONS, forks, late offers': {
    support: '✅',
    evidence: 'docs',
    note: 'RFC 3261, 3264, 3311, 3581, 5407, 6026. Hold, resume and a change of codec by the other side; the service asks for none of them. A UDP peer that is not there is known only after 32 s, or when its share of the ring time is over. No DNS records but addresses, no REGISTER, REFER or INFO.',
    shownBy: sip('calls/call-stories'),
  },
  'digest authentication': {
    support: '✅',
    evidence: 'docs',
    note: 'RFC 8760, 7616: SHA-256 and MD5.',
    shownBy: trunk,
  },
  'session timers, reliable provisional responses': {
    support: '✅',
    evidence: 'docs',
    note: 'RFC 4028, 90 s to a day; refreshing is left to the other side where it can. RFC 3262: when the caller requires it.',
    shownBy: sip('calls/session-timer-stories'),
  },
  'torture messages of RFC 4475': { support: '✅', evidence: 'docs', shownBy: sip('torture/torture') },
  'PCMU, PCMA, telephone-event': {
    support: '✅',
    evidence: 'docs',
    note: 'RFC 3551, RFC 4733; keys as tones from and to telephones without telephone-event. No other codec, no RTCP, no SRTP, no ICE.',
    shownBy: 'test/e2e/audio-codecs.test.ts',
  },
  'packets lost, late, twice or out of order': { support: '✅', evidence: 'docs', shownBy: media('hearing') },
  'several Regions, CloudWatch logs, call detail records, streaming to Kinesis': {
    support: '🕒',
    evidence: 'docs',
    note: 'Regions are names: all of it is one process. A ladder, call records and captures stand for logs; nothing is streamed.',
    shownBy: 'test/e2e/standalone.test.ts',
  },
};
