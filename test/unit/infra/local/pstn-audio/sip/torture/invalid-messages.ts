import { ordinary, type TortureMessage } from './torture-message.ts';

const options = (name: string): string => ordinary(name, 'OPTIONS');
const invite = (name: string): string => ordinary(name, 'INVITE');

/** RFC 4475 §3.1.2: messages that break the grammar. */
export const invalidMessages: readonly TortureMessage[] = [
  {
    section: '3.1.2.1 badinv01: separators with nothing between them',
    fate: 400,
    text: `INVITE sip:user@example.com SIP/2.0
To: sip:j.user@example.com
From: sip:caller@example.net;tag=134161
Max-Forwards: 7
Call-ID: badinv01.1@example.net
CSeq: 8 INVITE
Via: SIP/2.0/UDP {via};;,;,,
Contact: "" <> ;,,,
Content-Length: 0

`,
  },
  {
    section: '3.1.2.2 clerr: a Content-Length beyond the datagram',
    fate: 400,
    text: `INVITE sip:user@example.com SIP/2.0
${invite('clerr')}
Content-Type: application/sdp
Content-Length: 9999

v=0
`,
  },
  {
    section: '3.1.2.3 ncl: a negative Content-Length',
    fate: 400,
    text: `INVITE sip:user@example.com SIP/2.0
${invite('ncl')}
Content-Length: -999

`,
  },
  {
    section: '3.1.2.4 scalar02: numbers that are too large, in a request',
    fate: 400,
    text: `REGISTER sip:example.com SIP/2.0
Via: SIP/2.0/UDP {via};branch=z9hG4bKscalar02
To: <sip:user@example.com>
From: <sip:user@example.com>;tag=239232
Call-ID: scalar02.1@example.com
CSeq: 36893488147419103232 REGISTER
Max-Forwards: 300
Expires: 1000000000000000000000000000000
Contact: <sip:user@host1.example.com>;expires=280297596632815
Content-Length: 0

`,
  },
  {
    section: '3.1.2.5 scalarlg: numbers that are too large, in a response',
    fate: 'dropped',
    text: `SIP/2.0 503 Service Unavailable
Via: SIP/2.0/TCP {via};branch=z9hG4bKscalarlg;received=192.0.2.2
To: <sip:user@example.com>
From: <sip:other@example.net>;tag=2easdjfejw
CSeq: 9292394834772304023312 OPTIONS
Call-ID: scalarlg.1@example.com
Retry-After: 949302838503028349304023988
Warning: 1812 overture "In Progress"
Content-Length: 0

`,
  },
  {
    section: '3.1.2.6 quotbal: a quote that is not closed',
    fate: 400,
    text: `INVITE sip:user@example.com SIP/2.0
${invite('quotbal').replace('<sip:callee', '"Mr. J. User <sip:callee')}

`,
  },
  {
    section: '3.1.2.7 ltgtruri: brackets around the Request-URI',
    fate: 400,
    text: `INVITE <sip:user@example.com> SIP/2.0
${invite('ltgtruri')}

`,
  },
  {
    section: '3.1.2.8 lwsruri: a space in the Request-URI',
    fate: 400,
    text: `INVITE sip:user@example.com; lr SIP/2.0
${invite('lwsruri')}

`,
  },
  {
    section: '3.1.2.9 lwsstart: several spaces in the request line',
    fate: 400,
    text: `INVITE  sip:user@example.com  SIP/2.0
${invite('lwsstart')}

`,
  },
  {
    section: '3.1.2.10 trws: spaces after the request line',
    fate: 400,
    text: `OPTIONS sip:remote-target@example.com SIP/2.0  
${options('trws')}

`,
  },
  {
    section: '3.1.2.11 escruri: headers in the Request-URI',
    fate: 400,
    text: `INVITE sip:user@example.com?Route=%3Csip:example.com%3E SIP/2.0
${invite('escruri')}

`,
  },
  {
    // §3.1.2.12: whoever has no use for the date may pass over it.
    section: '3.1.2.12 baddate: a time zone that Date does not know',
    fate: 'rings',
    text: `INVITE sip:user@example.com SIP/2.0
${invite('baddate')}
Date: Fri, 01 Jan 2010 16:00:00 EST

`,
  },
  {
    section: '3.1.2.13 regbadct: headers in a Contact without brackets',
    fate: 400,
    text: `REGISTER sip:example.com SIP/2.0
${ordinary('regbadct', 'REGISTER')}
Contact: sip:user@example.com?Route=%3Csip:sip.example.com%3E

`,
  },
  {
    section: '3.1.2.14 badaspec: spaces inside the brackets',
    fate: 400,
    text: `OPTIONS sip:user@example.org SIP/2.0
${options('badaspec').replace('<sip:callee@example.net>', '"Watson, Thomas" < sip:callee@example.net >')}

`,
  },
  {
    section: '3.1.2.15 baddn: a display name that needs quotes',
    fate: 400,
    text: `OPTIONS sip:t.watson@example.org SIP/2.0
${options('baddn').replace('<sip:caller', 'Bell, Alexander <sip:caller')}

`,
  },
  {
    section: '3.1.2.16 badvers: a version that nobody knows',
    fate: 505,
    text: `OPTIONS sip:t.watson@example.org SIP/7.0
${options('badvers').replace('SIP/2.0/UDP', 'SIP/7.0/UDP')}

`,
  },
  {
    section: '3.1.2.17 mismatch01: CSeq names another method',
    fate: 400,
    text: `OPTIONS sip:user@example.com SIP/2.0
${invite('mismatch01')}

`,
  },
  {
    section: '3.1.2.18 mismatch02: CSeq names another method than one that nobody knows',
    fate: 400,
    text: `NEWMETHOD sip:user@example.com SIP/2.0
${invite('mismatch02')}

`,
  },
  {
    section: '3.1.2.19 bigcode: a status beyond all',
    fate: 'dropped',
    text: `SIP/2.0 4294967301 better not break the receiver
Via: SIP/2.0/UDP {via};branch=z9hG4bKbigcode
Call-ID: bigcode.1@example.com
CSeq: 353494 INVITE
From: <sip:user@example.com>;tag=39ansfi3
To: <sip:user@example.edu>;tag=902jndnke3
Content-Length: 0

`,
  },
];
