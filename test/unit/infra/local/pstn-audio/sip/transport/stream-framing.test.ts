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

  it.each([
    { case: 'no Content-Length', text: 'OPTIONS sip:a SIP/2.0\r\n\r\n' },
    { case: 'a Content-Length that is no number', text: 'OPTIONS sip:a SIP/2.0\r\nContent-Length: -1\r\n\r\n' },
    { case: 'a body above 1 MiB', text: 'OPTIONS sip:a SIP/2.0\r\nContent-Length: 1048577\r\n\r\n' },
    { case: 'a head that does not end', text: 'x'.repeat(65_537) },
  ])('calls a stream broken with $case', ({ text }) => {
    expect(new StreamFraming().push(Buffer.from(text))).toEqual({ messages: [], broken: true });
  });
});
