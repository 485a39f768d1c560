import { addressHeader, headerValues } from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { parseUri } from '../../../../../../../infra/local/pstn-audio/sip/message/uri.ts';
import { ordinary, type TortureMessage } from './torture-message.ts';

const register = (name: string): string => ordinary(name, 'REGISTER');
const options = (name: string): string => ordinary(name, 'OPTIONS');

/** RFC 4475 §3.2 to §3.4: messages whose grammar is right, and whose meaning is not, or is an old one. */
export const otherMessages: readonly TortureMessage[] = [
  {
    section: '3.2.1 badbranch: a branch that is the cookie only',
    fate: 200,
    text: `OPTIONS sip:user@example.com SIP/2.0
${options('badbranch').replace('z9hG4bK.badbranch', 'z9hG4bK')}

`,
  },
  {
    section: '3.3.1 insuf: no Call-ID, From and To',
    fate: 400,
    text: `INVITE sip:user@example.com SIP/2.0
CSeq: 193942 INVITE
Via: SIP/2.0/UDP {via};branch=z9hG4bKinsuf
Content-Length: 0

`,
  },
  {
    section: '3.3.2 unkscm: a scheme that nobody knows',
    fate: 416,
    text: `OPTIONS nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0
${options('unkscm')}

`,
  },
  {
    section: '3.3.3 novelsc: a scheme that is not for SIP',
    fate: 416,
    text: `OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0
${options('novelsc')}

`,
  },
  {
    section: '3.3.4 unksm2: schemes that nobody knows, in headers',
    fate: 405,
    text: `REGISTER sip:example.com SIP/2.0
${register('unksm2')
  .replace('sip:callee@example.net', 'isbn:2983792873')
  .replace('sip:caller@example.com', 'http://www.example.com')}
Contact: <name:John_Smith>

`,
    reads: (message) => expect(addressHeader(message, 'To')?.uri).toBe('isbn:2983792873'),
  },
  {
    section: '3.3.5 bext01: extensions that nobody supports',
    fate: 420,
    header: ['Unsupported', 'nothingSupportsThis, nothingSupportsThisEither'],
    text: `OPTIONS sip:user@example.com SIP/2.0
${options('bext01')}
Require: nothingSupportsThis, nothingSupportsThisEither
Proxy-Require: noProxiesSupportThis, norDoAnyProxiesSupportThis

`,
  },
  {
    section: '3.3.6 invut: a body of a type that nobody knows',
    fate: 415,
    header: ['Accept', 'application/sdp'],
    text: `INVITE sip:user@example.com SIP/2.0
${ordinary('invut', 'INVITE')}
Content-Type: application/unknownformat
Content-Length: 7

<audio>`,
  },
  {
    section: '3.3.7 regaut01: credentials of a scheme that nobody knows',
    fate: 405,
    text: `REGISTER sip:example.com SIP/2.0
${register('regaut01')}
Authorization: NoOneKnowsThisScheme opaque-data=here

`,
  },
  {
    section: '3.3.8 multi01: several values where one is due',
    fate: 400,
    text: `INVITE sip:user@example.com SIP/2.0
${ordinary('multi01', 'INVITE')}
CSeq: 5 INVITE
Call-ID: multi01.2@example.com
Max-Forwards: 5
From: other <sip:other@example.net>;tag=bbbb
To: other <sip:other@example.net>

`,
  },
  {
    section: '3.3.9 mcl01: two Content-Lengths',
    fate: 400,
    text: `OPTIONS sip:user@example.com SIP/2.0
${options('mcl01')}
Content-Length: 13
Content-Length: 5

There's no way to know how many octets are supposed to be here.
`,
  },
  {
    section: '3.3.10 bcast: a response whose second Via is a broadcast address',
    fate: 'dropped',
    text: `SIP/2.0 200 OK
Via: SIP/2.0/UDP {via};branch=z9hG4bKbcast
Via: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK1saber23
Call-ID: bcast.1@example.com
CSeq: 35 INVITE
From: <sip:user@example.com>;tag=11141343
To: <sip:user@example.edu>;tag=2229
Contact: <sip:user@host28.example.com>
Content-Length: 0

`,
  },
  {
    section: '3.3.11 zeromf: Max-Forwards is 0, and we are where it goes',
    fate: 200,
    text: `OPTIONS sip:user@example.com SIP/2.0
${options('zeromf').replace('Max-Forwards: 70', 'Max-Forwards: 0')}

`,
  },
  {
    section: '3.3.12 cparam01: a parameter of Contact',
    fate: 405,
    text: `REGISTER sip:example.com SIP/2.0
${register('cparam01')}
Contact: sip:+12065550122@gw1.example.net;unknownparam

`,
    reads(message) {
      expect(addressHeader(message, 'Contact')?.params.has('unknownparam')).toBe(true);
      expect(addressHeader(message, 'Contact')?.uri).toBe('sip:+12065550122@gw1.example.net');
    },
  },
  {
    section: '3.3.13 cparam02: a parameter of the URI in Contact',
    fate: 405,
    text: `REGISTER sip:example.com SIP/2.0
${register('cparam02')}
Contact: <sip:+12065550122@gw1.example.net;unknownparam>

`,
    reads(message) {
      const contact = addressHeader(message, 'Contact');
      expect(contact?.params.size).toBe(0);
      expect(parseUri(contact?.uri ?? '')).toMatchObject({ params: new Map([['unknownparam', '']]) });
    },
  },
  {
    section: '3.3.14 regescrt: headers of the URI in Contact',
    fate: 405,
    text: `REGISTER sip:example.com SIP/2.0
${register('regescrt')}
Contact: <sip:user@example.com?Route=%3Csip:sip.example.com%3E>

`,
    reads: (message) =>
      expect(parseUri(addressHeader(message, 'Contact')?.uri ?? '')).toMatchObject({
        headers: 'Route=%3Csip:sip.example.com%3E',
      }),
  },
  {
    section: '3.3.15 sdp01: a caller who takes no answer that we could give',
    fate: 406,
    text: `INVITE sip:user@example.com SIP/2.0
${ordinary('sdp01', 'INVITE')}
Accept: text/nobodyKnowsThis
Content-Length: 0

`,
  },
  {
    section: '3.4.1 inv2543: an INVITE as RFC 2543 had it',
    fate: 'rings',
    text: `INVITE sip:user@example.com SIP/2.0
Via: SIP/2.0/UDP {via}
From: <sip:+12065550123@example.net;user=phone>
Record-Route: <sip:user@example.com;maddr=127.0.0.1>
To: sip:user@example.com
Call-ID: inv2543.1@example.net
CSeq: 0 INVITE
Contact: <sip:+12065550123@gw.example.net;user=phone>
Content-Length: 0

`,
    reads: (message) => expect(headerValues(message, 'Record-Route')).toHaveLength(1),
  },
];
