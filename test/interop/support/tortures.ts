import { dialIn } from './constants.ts';

const crlf = '\r\n';

/** A request with these headers in the stead of good ones; `null` leaves one out. */
function request(
  port: number,
  changes: Readonly<Record<string, string | null>>,
  start = `INVITE sip:${dialIn}@127.0.0.1 SIP/2.0`,
): string {
  const good = {
    Via: `SIP/2.0/UDP 127.0.0.1:${port};branch=z9hG4bK${Object.keys(changes).join('').length}${start.length}`,
    From: '<sip:mallory@127.0.0.1>;tag=m',
    To: `<sip:${dialIn}@127.0.0.1>`,
    'Call-ID': `torture-${start.length}-${JSON.stringify(changes).length}`,
    CSeq: '1 INVITE',
    Contact: `<sip:mallory@127.0.0.1:${port}>`,
    'Max-Forwards': '70',
    'Content-Length': '0',
  };
  const headers = Object.entries({ ...good, ...changes }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return [start, ...headers, '', ''].join(crlf);
}

/** Datagrams in the spirit of RFC 4475 section 3.1.2 and beyond: none of them may become a call, and none may end the service. */
export function tortures(port: number): Uint8Array[] {
  const whole = request(port, {});
  const texts = [
    '',
    crlf + crlf,
    '\0\0\0\0',
    'SIP/2.0',
    'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
    whole.slice(0, 40),
    whole.slice(0, -4),
    request(port, { 'Content-Length': '9999' }),
    request(port, { 'Content-Length': '-999' }),
    request(port, { 'Content-Length': '99999999999999999999999' }),
    request(port, { CSeq: '36893488147419103232 INVITE' }),
    request(port, { CSeq: '1 OPTIONS' }),
    request(port, { CSeq: null }),
    request(port, { Via: null }),
    request(port, { From: null }),
    request(port, { To: null }),
    request(port, { 'Call-ID': null }),
    request(port, { To: '"unterminated <sip:a@127.0.0.1>' }),
    request(port, { From: '<sip:a@127.0.0.1' }),
    request(port, { Via: 'SIP/7.0/CARRIER PIGEON 127.0.0.1' }),
    request(port, { Via: `SIP/2.0/UDP 127.0.0.1:99999;branch=z9hG4bKport` }),
    request(port, { 'Max-Forwards': '0' }),
    request(port, { 'Max-Forwards': 'many' }),
    request(port, { Require: 'nothingSupportsThis, nothingSupportsThisEither' }),
    request(port, { 'Content-Type': 'application/unknown', 'Content-Length': '3' }) + 'abc',
    request(port, {}, `INVITE sip:${dialIn}@127.0.0.1 SIP/7.0`),
    request(port, {}, `INVITE <sip:${dialIn}@127.0.0.1> SIP/2.0`),
    request(port, {}, `INVITE  sip:${dialIn}@127.0.0.1  SIP/2.0`),
    request(port, {}, 'INVITE nobodyKnowsThisScheme:totally SIP/2.0'),
    request(port, { CSeq: '1 NEWMETHOD' }, `NEWMETHOD sip:${dialIn}@127.0.0.1 SIP/2.0`),
    request(
      port,
      { To: `<sip:${dialIn}@127.0.0.1>;tag=unknown`, CSeq: '2 BYE' },
      `BYE sip:${dialIn}@127.0.0.1 SIP/2.0`,
    ),
    request(port, { CSeq: '1 CANCEL' }, `CANCEL sip:${dialIn}@127.0.0.1 SIP/2.0`),
    request(port, { CSeq: '1 ACK' }, `ACK sip:${dialIn}@127.0.0.1 SIP/2.0`),
    `SIP/2.0 200 OK${crlf}Via: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bKnobodysent${crlf}${crlf}`,
    `SIP/2.0 4294967301 better not break the receiver${crlf}${crlf}`,
    `INVITE sip:${dialIn}@127.0.0.1 SIP/2.0${crlf}${'X: y\r\n'.repeat(5000)}${crlf}`,
    `INVITE sip:${dialIn}@127.0.0.1 SIP/2.0${crlf}Via: ${'SIP/2.0/UDP 127.0.0.1, '.repeat(2000)}${crlf}${crlf}`,
    `INVITE sip:${'a'.repeat(60_000)}@127.0.0.1 SIP/2.0${crlf}${crlf}`,
  ];
  return [
    ...texts.map((text) => Buffer.from(text)),
    Buffer.from([0xff, 0xfe, 0x80, 0x81, 0x00]),
    Buffer.alloc(65_000, 0xc3),
  ];
}
