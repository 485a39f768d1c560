import { headerProblem } from '../../../../../../../infra/local/pstn-audio/sip/message/check.ts';
import { parseCSeq } from '../../../../../../../infra/local/pstn-audio/sip/message/cseq.ts';
import {
  addressHeader,
  headerValue,
  headerValues,
} from '../../../../../../../infra/local/pstn-audio/sip/message/headers.ts';
import type { SipMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { parseMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/parse.ts';
import { bodyText } from '../../../../../../../infra/local/pstn-audio/sip/message/serialize.ts';
import { parseVia } from '../../../../../../../infra/local/pstn-audio/sip/message/via.ts';

function read(lines: readonly string[]): SipMessage {
  const result = parseMessage(Buffer.from(lines.join('\r\n')));
  if (result.kind === 'malformed') throw new Error(result.problem);
  return result.message;
}

const mandatory = [
  'Via: SIP/2.0/UDP a.example.com;branch=z9hG4bK1',
  'From: <sip:a@example.com>;tag=1',
  'To: <sip:b@example.com>',
  'Call-ID: x',
  'CSeq: 1 INVITE',
];

// The situations are those of RFC 4475; the messages are our own.
describe('parseMessage', () => {
  it('reads a short tortuous INVITE (§3.1.1.1)', () => {
    const message = read([
      'INVITE sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0',
      'TO :',
      ' sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n',
      'from   : "J Rosenberg \\\\\\""       <sip:jdrosen@example.com>',
      '  ;',
      '  tag = 98asjd8',
      'MaX-fOrWaRdS: 0068',
      'Call-ID: wsinv.ndaksdj@192.0.2.1',
      'Content-Length   : 3',
      'cseq: 0009',
      '  INVITE',
      'Via  : SIP  /   2.0',
      ' /UDP',
      '    192.0.2.2;branch=390skdjuw',
      's :',
      'NewFangledHeader:   newfangled value',
      ' continued newfangled value',
      'UnknownHeaderWithUnusualValue: ;;,,;;,;',
      'Content-Type: application/sdp',
      'Route:',
      ' <sip:services.example.com;lr;unknownwith=value;unknown-no-value>',
      'v:  SIP  / 2.0  / TCP     spindle.example.com   ;',
      '  branch  =   z9hG4bK9ikj8  ,',
      ' SIP  /    2.0   / UDP  192.168.255.111   ; branch=',
      ' z9hG4bK30239',
      'm:"Quoted string \\"\\"" <sip:jdrosen@example.com> ; newparam =',
      '      newvalue ;',
      '  secondparam ; q = 0.33',
      '',
      'v=0',
    ]);

    expect(headerProblem(message)).toBeUndefined();
    expect(addressHeader(message, 'From')).toEqual({
      displayName: 'J Rosenberg \\"',
      uri: 'sip:jdrosen@example.com',
      params: new Map([['tag', '98asjd8']]),
    });
    expect(addressHeader(message, 'To')?.params.get('tag')).toBe('1918181833n');
    expect(addressHeader(message, 'Contact')).toMatchObject({
      displayName: 'Quoted string ""',
      params: new Map([
        ['newparam', 'newvalue'],
        ['secondparam', ''],
        ['q', '0.33'],
      ]),
    });
    expect(headerValues(message, 'Via').map((via) => parseVia(via)?.params.get('branch'))).toEqual([
      '390skdjuw',
      'z9hG4bK9ikj8',
      'z9hG4bK30239',
    ]);
    expect(headerValues(message, 'via').map((via) => parseVia(via)?.protocol)).toEqual(['UDP', 'TCP', 'UDP']);
    expect(parseCSeq(headerValue(message, 'CSeq') ?? '')).toEqual({ number: 9, method: 'INVITE' });
    expect(headerValue(message, 'newfangledheader')).toBe('newfangled value continued newfangled value');
    expect(headerValue(message, 'Subject')).toBe('');
    expect(bodyText(message)).toBe('v=0');
  });

  it('takes every token character in a method and any text in a display name (§3.1.1.2)', () => {
    const message = read([
      "!interesting-Method0123456789_*+`.%indeed'~ sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com SIP/2.0",
      'To: "BEL:\\\u0007 NUL:\\\0 DEL:\\\u007F" <sip:a@example.com>',
      '',
      '',
    ]);

    expect(message).toMatchObject({ method: "!interesting-Method0123456789_*+`.%indeed'~" });
    expect(addressHeader(message, 'To')?.displayName).toBe('BEL:\u0007 NUL:\0 DEL:\u007F');
  });

  it('keeps text beyond ASCII (§3.1.1.13)', () => {
    const message = read([
      'SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять - простое',
      ...mandatory,
      'Subject: Grüße 🐟',
      '',
      '',
    ]);

    expect(message).toMatchObject({ status: 200, reason: '= 2**3 * 5**2 но сто девяносто девять - простое' });
    expect(headerValue(message, 's')).toBeUndefined();
    expect(headerValue(message, 'Subject')).toBe('Grüße 🐟');
  });

  it('reads a response without a reason, with or without the space before it (§3.1.1.12)', () => {
    expect(read(['SIP/2.0 100 ', ...mandatory, '', ''])).toMatchObject({ status: 100, reason: '' });
    expect(read(['SIP/2.0 100', ...mandatory, '', ''])).toMatchObject({ status: 100, reason: '' });
  });

  it('drops what follows the body in a datagram (§3.1.1.8)', () => {
    const message = read(['REGISTER sip:example.com SIP/2.0', 'l: 2', '', 'abINVITE sip:joe@example.com SIP/2.0', '']);

    expect(bodyText(message)).toBe('ab');
  });

  it('takes the rest of the datagram as the body without Content-Length', () => {
    expect(bodyText(read(['INVITE sip:b@example.com SIP/2.0', '', 'v=0', ''])) ?? '').toBe('v=0\r\n');
  });

  it('keeps a body of any bytes', () => {
    const body = Uint8Array.from({ length: 256 }, (_, index) => index);
    const result = parseMessage(
      Buffer.concat([Buffer.from('MESSAGE sip:a@b SIP/2.0\r\nContent-Length: 256\r\n\r\n'), body]),
    );

    expect(result).toMatchObject({ kind: 'message', message: { body } });
  });

  it('reads long values and many headers (§3.1.1.7)', () => {
    const long = 'x'.repeat(20_000);
    const message = read([
      'INVITE sip:b@example.com SIP/2.0',
      `To: "I have a user name of ${long}" <sip:${long}@example.com>`,
      ...Array.from({ length: 500 }, (_, index) => `v: SIP/2.0/UDP sip${index}.example.com`),
      '',
      '',
    ]);

    expect(addressHeader(message, 'To')?.uri).toHaveLength(20_016);
    expect(headerValues(message, 'Via')).toHaveLength(500);
  });

  it('skips empty lines before the start line (§7.5 of RFC 3261)', () => {
    expect(read(['', '', 'OPTIONS sip:b@example.com SIP/2.0', '', ''])).toMatchObject({ method: 'OPTIONS' });
  });

  it('takes several values in one line and in several lines as the same list', () => {
    const message = read([
      'INVITE sip:b@example.com SIP/2.0',
      'Route: <sip:a;lr>, "x\\", y" <sip:b;lr>',
      'Route: <sip:c,d@e;lr>',
      '',
      '',
    ]);

    expect(headerValues(message, 'Route')).toEqual(['<sip:a;lr>', '"x\\", y" <sip:b;lr>', '<sip:c,d@e;lr>']);
  });
});

describe('half a line break in a header', () => {
  it.each(['Subject: a\nVia: evil', 'Subject: a\rb', 'Subject: a\r\n b\nc'])(
    'makes %j malformed and cannot be sent on',
    (line) => {
      const result = parseMessage(
        Buffer.from(['INVITE sip:b@example.com SIP/2.0', line, ...mandatory, '', ''].join('\r\n')),
      );

      expect(result).toMatchObject({ kind: 'malformed', problem: expect.stringContaining('half a line break') });
      expect(JSON.stringify(result)).not.toMatch(/\\[rn]/);
    },
  );
});

describe('headerProblem', () => {
  it.each([
    { case: 'several values in From', line: 'f: <sip:c@example.com>;tag=2', problem: 'From is not one value' },
    { case: 'a malformed second Via', line: 'Via: SIP/1.0/UDP x', problem: 'Via is malformed' },
    { case: 'a malformed Contact', line: 'Contact: <sip:a@b', problem: 'Contact is malformed' },
    { case: 'a malformed Route', line: 'Route: <nothing>', problem: 'Route is malformed' },
    { case: 'two Max-Forwards', line: 'Max-Forwards: 1\r\nMax-Forwards: 2', problem: 'Max-Forwards is malformed' },
  ])('names $case', ({ line, problem }) => {
    expect(headerProblem(read(['INVITE sip:b@example.com SIP/2.0', ...mandatory, line, '', '']))).toBe(problem);
  });
});
