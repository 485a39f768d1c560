import { parseCSeq } from '../../../../../../../infra/local/pstn-audio/sip/message/cseq.ts';
import {
  addressHeader,
  headerValue,
  headerValues,
} from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import { parseUri, userOf } from '../../../../../../../infra/local/pstn-audio/sip/message/uri.ts';
import { parseVia } from '../../../../../../../infra/local/pstn-audio/sip/message/via.ts';
import { ordinary, type TortureMessage } from './torture-message.ts';

const binary = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
const boundary = '7a9cbec02ceef655';
const multipart = Buffer.concat([
  Buffer.from(
    `--${boundary}\r\nContent-Type: text/plain\r\n\r\nHello\r\n--${boundary}\r\nContent-Type: application/octet-stream\r\n\r\n`,
  ),
  binary,
  Buffer.from(`\r\n--${boundary}--\r\n`),
]);
const long = 'long'.repeat(200);

/** RFC 4475 §3.1.1: messages that look wrong and are right. */
export const validMessages: readonly TortureMessage[] = [
  {
    section: '3.1.1.1 wsinv: white space and folding wherever the grammar lets them stand',
    // To has a tag: a request within a dialog that is not there.
    fate: 481,
    text: `INVITE sip:chair@example.com;unknownparam SIP/2.0
TO :
 sip:chair@example.com ;   tag    = 4711n
from   : "J \\\\ R \\"Bob\\""       <sip:bob@example.org>
  ;
  tag = 98as
MaX-fOrWaRdS: 0068
Call-ID: wsinv.1@192.0.2.1
Content-Length   : 0
cseq: 0009
  INVITE
Via  : SIP  /   2.0
 /UDP
    {via};branch=390skd
s :
NewFangledHeader:   newfangled value
 continued newfangled value
UnknownHeaderWithUnusualValue: ;;,,;;,;
Route:
 <sip:services.example.com;lr;unknownwith=value;unknown-no-value>
v:  SIP  / 2.0  / TCP     spindle.example.com   ;
  branch  =   z9hG4bK9i  ,
 SIP  /    2.0   / UDP  192.168.255.111   ; branch=
 z9hG4bK30
m:"Quoted \\"\\"" <sip:bob@example.org> ; newparam =
      newvalue ;
  secondparam ; q = 0.33

`,
    reads(message) {
      expect(addressHeader(message, 'From')?.displayName).toBe(String.raw`J \ R "Bob"`);
      expect(addressHeader(message, 'To')?.params.get('tag')).toBe('4711n');
      expect(headerValues(message, 'Via').map((via) => parseVia(via)?.protocol)).toEqual(['UDP', 'TCP', 'UDP']);
      expect(addressHeader(message, 'Contact')?.params.get('q')).toBe('0.33');
      expect(parseCSeq(headerValue(message, 'CSeq') ?? '')).toEqual({ number: 9, method: 'INVITE' });
      expect(headerValue(message, 'NewFangledHeader')).toBe('newfangled value continued newfangled value');
    },
  },
  {
    section: '3.1.1.2 intmeth: every character that may stand somewhere',
    fate: 501,
    text: `!Odd-Method0123456789_*+\`.%indeed'~ sip:1_odd~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d.(doesn't)@example.com SIP/2.0
Via: SIP/2.0/UDP {via};branch=z9hG4bK-.!%66*_+\`'~
To: "BEL:\\\u0007 NUL:\\\u0000 DEL:\\\u007F" <sip:1_odd~(to-be!sure)&isn't+it$/crazy?,/;;*@example.com>
From: token1~\` token2'+_ token3*%!.- <sip:mundane@example.com>;fromParam''~+*_!.-%="работающий";tag=_token~1'+\`*%!-.
Call-ID: intmeth.word%ZK-!.*_+'@word\`~)(><:\\/"][?}{
CSeq: 139122385 !Odd-Method0123456789_*+\`.%indeed'~
Max-Forwards: 255
extensionHeader-!.%*+_\`'~:\uFEFF大停電
Content-Length: 0

`,
    reads(message) {
      expect(addressHeader(message, 'To')?.displayName).toBe('BEL:\u0007 NUL:\u0000 DEL:\u007F');
      expect(addressHeader(message, 'From')?.displayName).toBe("token1~` token2'+_ token3*%!.-");
      expect(addressHeader(message, 'From')?.params.get("fromparam''~+*_!.-%")).toBe('работающий');
    },
  },
  {
    section: '3.1.1.3 esc01: escapes in the user part',
    fate: 'rings',
    text: `INVITE sip:sips%3Auser%40example.com@example.net SIP/2.0
${ordinary('esc01', 'INVITE')}
Contact: <sip:cal%6Cer@host5.example.net;%6C%72;n%61me=v%61lue%25%34%31>

`,
    reads(message) {
      expect(message.kind === 'request' && userOf(message.uri)).toBe('sips:user@example.com');
      const contact = parseUri(addressHeader(message, 'Contact')?.uri ?? '');
      expect(contact).toMatchObject({ user: 'caller' });
    },
  },
  {
    section: '3.1.1.4 escnull: nulls, escaped',
    fate: 405,
    text: `REGISTER sip:example.com SIP/2.0
${ordinary('escnull', 'REGISTER')}
Contact: <sip:%00@host5.example.com>
Contact: <sip:%00%00@host5.example.com>

`,
    reads(message) {
      expect(headerValues(message, 'Contact').map((value) => userOf(value.slice(1, -1)))).toEqual(['\0', '\0\0']);
    },
  },
  {
    section: '3.1.1.5 esc02: per cent signs that escape nothing',
    fate: 501,
    text: `RE%47IST%45R sip:registrar.example.com SIP/2.0
${ordinary('esc02', 'RE%47IST%45R').replace('<sip:caller@example.com>', '"%Z%45" <sip:resource@example.com>')}

`,
    reads(message) {
      expect(message).toMatchObject({ method: 'RE%47IST%45R' });
      expect(addressHeader(message, 'From')?.displayName).toBe('%Z%45');
    },
  },
  {
    section: '3.1.1.6 lwsdisp: no space between display name and bracket',
    fate: 200,
    text: `OPTIONS sip:user@example.com SIP/2.0
${ordinary('lwsdisp', 'OPTIONS').replace('<sip:caller', 'caller<sip:caller')}

`,
    reads: (message) =>
      expect(addressHeader(message, 'From')).toMatchObject({ displayName: 'caller', uri: 'sip:caller@example.com' }),
  },
  {
    section: '3.1.1.7 longreq: long values, many Vias',
    fate: 'rings',
    text: `INVITE sip:user@example.com SIP/2.0
Via: SIP/2.0/UDP {via};branch=z9hG4bK${long}
${Array.from({ length: 33 }, (_, index) => `v: SIP/2.0/TCP sip${index}.example.com`).join('\n')}
To: "A user name of ${long}" <sip:user@example.com:6000;unknownparam1=very${long}value;longparam${long}name=shortvalue>
F: sip:${long}@example.net;tag=12${long}4;unknownheaderparam${long}=x;${long}
Call-ID: longreq.${long}
CSeq: 3882340 INVITE
Unknown-${long}-Name: unknown-${long}-value; unknown-${long}-param = x
Contact: <sip:${long}@host5.example.net>

`,
    reads(message) {
      expect(headerValues(message, 'Via')).toHaveLength(34);
      expect(addressHeader(message, 'From')?.params.get('tag')).toBe(`12${long}4`);
    },
  },
  {
    section: '3.1.1.8 dblreq: more octets after the message',
    fate: 405,
    text: `REGISTER sip:example.com SIP/2.0
${ordinary('dblreq', 'REGISTER')}
Content-Length: 0

INVITE sip:joe@example.com SIP/2.0
${ordinary('dblreq-2', 'INVITE')}
Content-Length: 0

`,
    reads: (message) => expect(message.body).toHaveLength(0),
  },
  {
    section: '3.1.1.9 semiuri: semicolons in the user part',
    fate: 200,
    text: `OPTIONS sip:user;par=u%40example.net@example.com SIP/2.0
${ordinary('semiuri', 'OPTIONS')}

`,
    reads: (message) => expect(message.kind === 'request' && userOf(message.uri)).toBe('user;par=u@example.net'),
  },
  {
    section: '3.1.1.10 transports: transports known and unknown',
    fate: 200,
    text: `OPTIONS sip:user@example.com SIP/2.0
${ordinary('transports', 'OPTIONS')}
Via: SIP/2.0/SCTP t2.example.com;branch=z9hG4bKkl
Via: SIP/2.0/TLS t3.example.com;branch=z9hG4bKgf
Via: SIP/2.0/UNKNOWN t4.example.com;branch=z9hG4bKsg

`,
    reads: (message) =>
      expect(headerValues(message, 'Via').map((via) => parseVia(via)?.protocol)).toEqual([
        'UDP',
        'SCTP',
        'TLS',
        'UNKNOWN',
      ]),
  },
  {
    section: '3.1.1.11 mpart01: a body of several parts, one of them no text',
    fate: 405,
    text: '',
    bytes: Buffer.concat([
      Buffer.from(
        `MESSAGE sip:kumiko@example.org SIP/2.0\n${ordinary('mpart01', 'MESSAGE')}\nContent-Type: multipart/mixed;boundary=${boundary}\nContent-Length: ${multipart.length}\n\n`
          .replace('{via}', '127.0.0.1:5062')
          .replaceAll('\n', '\r\n'),
      ),
      multipart,
    ]),
    reads: (message) => expect(Buffer.from(message.body).equals(multipart)).toBe(true),
  },
];
