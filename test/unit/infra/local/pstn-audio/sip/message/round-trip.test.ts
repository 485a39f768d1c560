import fc from 'fast-check';
import { headerProblem } from '../../../../../../../infra/local/pstn-audio/sip/message/check.ts';
import type { SipMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import { formatNameAddr, parseNameAddr } from '../../../../../../../infra/local/pstn-audio/sip/message/name-addr.ts';
import { parseMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/parse.ts';
import { serializeMessage } from '../../../../../../../infra/local/pstn-audio/sip/message/serialize.ts';
import { parseUri } from '../../../../../../../infra/local/pstn-audio/sip/message/uri.ts';
import { parseVia } from '../../../../../../../infra/local/pstn-audio/sip/message/via.ts';
import { parseSdp } from '../../../../../../../infra/local/pstn-audio/sip/sdp.ts';

const token = fc.stringMatching(/^[A-Za-z0-9\-.!%*_+`'~]{2,12}$/);
const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll(/[\r\n\0\t]/g, '').trim());
const headers = fc.array(
  fc.record({ name: token.filter((name) => name.toLowerCase() !== 'content-length'), value: line }),
  { maxLength: 8 },
);
const body = fc.uint8Array({ maxLength: 64 });
const uri = fc.stringMatching(
  /^sip:[a-z0-9+;=&?/-]{1,10}@[a-z0-9.]{1,10}(:[1-9][0-9]{1,3})?(;[a-z]{1,5}(=[a-z0-9]{1,4})?)?$/,
);
const message: fc.Arbitrary<SipMessage> = fc.oneof(
  fc.record({ kind: fc.constant('request' as const), method: token, uri, headers, body }),
  fc.record({
    kind: fc.constant('response' as const),
    status: fc.integer({ min: 100, max: 699 }),
    reason: line,
    headers,
    body,
  }),
);

describe('parsing and serializing', () => {
  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(message, (original) => {
        const result = parseMessage(serializeMessage(original));

        expect(result).toEqual({ kind: 'message', message: original });
      }),
    );
  });

  it('never throw on any bytes', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          'SIP/2.0',
          ' ',
          '\r\n',
          '\r\n\r\n',
          'INVITE',
          'sip:',
          ':',
          ';',
          ',',
          '<',
          '>',
          '"',
          '\\',
          '@',
          'Via',
          'To',
          'From',
          'CSeq',
          'Content-Length: ',
          '-1',
          '%',
          '\0',
          '1',
        ),
      )
      .map((parts) => Buffer.from(parts.join('')));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), hostile), (bytes) => {
        const result = parseMessage(bytes);
        if (result.kind === 'message') headerProblem(result.message);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throw on a message that was damaged under way', () => {
    const whole = serializeMessage({
      kind: 'request',
      method: 'INVITE',
      uri: 'sip:b@example.com',
      headers: [
        { name: 'Via', value: 'SIP/2.0/UDP h:1;branch="a;b"' },
        { name: 'To', value: '"A, B" <sip:b@example.com>;tag=1' },
      ],
      body: Buffer.from('v=0'),
    });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
        const damaged = new Uint8Array(whole.slice(0, length));
        if (at < damaged.length) damaged[at] = byte;
        const result = parseMessage(damaged);
        if (result.kind === 'message') headerProblem(result.message);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throw on any text in a URI, an address, a Via or a session description', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseUri(`sip:${text}`);
        parseUri(`tel:${text}`);
        parseNameAddr(text);
        parseVia(`SIP/2.0/UDP ${text}`);
        parseSdp(`v=0\r\nm=audio ${text}`);
      }),
    );
  });
});

describe('a display name', () => {
  it('survives whatever it holds', () => {
    fc.assert(
      fc.property(line, uri, (displayName, uri) => {
        const address = { displayName, uri, params: new Map([['tag', 'x']]) };

        expect(parseNameAddr(formatNameAddr(address))).toEqual(address);
      }),
    );
  });
});
