import fc from 'fast-check';
import { StreamFraming } from '../../../../../../../infra/local/pstn-audio/sip/transport/stream-framing.ts';

const first = 'OPTIONS sip:a SIP/2.0\r\nContent-Length: 3\r\n\r\na\r\n';
const second = 'OPTIONS sip:b SIP/2.0\r\nSubject: x\r\nl :\r\n 0\r\n\r\n';

describe('StreamFraming', () => {
  it('finds the same messages however the stream is cut', () => {
    const stream = Buffer.from(`\r\n\r\n${first}${second}\r\n${first}`);
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 10 }), (cuts) => {
        const framing = new StreamFraming();
        const edges = [0, ...cuts.sort((a, b) => a - b), stream.length];
        const messages = edges.slice(1).flatMap((edge, index) => {
          const { broken, messages } = framing.push(stream.subarray(edges[index], edge));
          expect(broken).toBe(false);
          return messages.map((message) => Buffer.from(message).toString());
        });

        expect(messages).toEqual([first, second, first]);
      }),
    );
  });

  it('holds a long message that comes byte by byte, and no more of it afterwards', () => {
    const body = 'x'.repeat(100_000);
    const message = Buffer.from(`OPTIONS sip:a SIP/2.0\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    const framing = new StreamFraming();

    const found = [...message].flatMap((byte) => framing.push(Uint8Array.of(byte)).messages);

    expect(found.map((each) => Buffer.from(each).equals(message))).toEqual([true]);
    expect(framing.owing).toBe(false);
    expect(Buffer.from(framing.push(Buffer.from(first)).messages[0]!).toString()).toBe(first);
  });

  it('counts double empty lines between messages, however they are cut', () => {
    const framing = new StreamFraming();

    const pings = ['\r\n', '\r\n', first, '\r\n', first, '\r\n\r\n\r\n\r\n', '\r', '\n\r', '\n'].map(
      (chunk) => framing.push(Buffer.from(chunk)).pings,
    );

    expect(pings).toEqual([0, 1, 0, 0, 0, 2, 0, 0, 1]);
  });

  it('hands on a head whose Content-Length is no number, so that its sender can be told', () => {
    const head = 'OPTIONS sip:a SIP/2.0\r\nContent-Length: -1\r\n\r\n';

    const { broken, messages } = new StreamFraming().push(Buffer.from(`${first}${head}rest`));

    expect(messages.map((message) => Buffer.from(message).toString())).toEqual([first, head]);
    expect(broken).toBe(true);
  });

  it.each([
    { case: 'no Content-Length', text: 'OPTIONS sip:a SIP/2.0\r\n\r\n' },
    { case: 'a body above 1 MiB', text: 'OPTIONS sip:a SIP/2.0\r\nContent-Length: 1048577\r\n\r\n' },
    { case: 'a head that does not end', text: 'x'.repeat(65_537) },
  ])('calls a stream broken with $case', ({ text }) => {
    expect(new StreamFraming().push(Buffer.from(text))).toEqual({ messages: [], pings: 0, broken: true });
  });
});
