import { withTrace } from '../../../../../../../infra/local/pstn-audio/sip/transport/tracing.ts';
import type { SipTrace } from '../../../../../../../infra/local/pstn-audio/sip/transport/transport.ts';
import { TransportStub } from './transport-stub.ts';

const bob = { host: '192.0.2.1', port: 5070 };

describe('a trace', () => {
  it('tells of each message its way, both ends, its bytes and its text', () => {
    const inner = new TransportStub('TLS');
    const lines: SipTrace[] = [];
    const transport = withTrace(inner, (line) => lines.push(line));
    const [out, back] = [Buffer.from('OPTIONS sip:bob SIP/2.0\r\n\r\n'), Buffer.from('SIP/2.0 200 schön\r\n\r\n')];

    transport.send(out, bob, () => undefined);
    inner.onMessage?.(back, bob);

    const ends = { protocol: 'TLS', local: inner.local, remote: bob };
    expect(lines).toMatchObject([
      { ...ends, direction: 'out', bytes: out },
      { ...ends, direction: 'in', bytes: back },
    ]);
    expect(lines.map(({ message }) => message)).toEqual([out.toString(), back.toString()]);
    expect(inner.sent).toHaveLength(1);
  });

  it('lets messages pass to whoever listens', () => {
    const inner = new TransportStub('UDP');
    const transport = withTrace(inner, () => undefined);
    const heard: unknown[] = [];
    transport.onMessage = (bytes, source) => void heard.push([bytes, source]);

    inner.onMessage?.(Uint8Array.of(1), bob);

    expect(heard).toEqual([[Uint8Array.of(1), bob]]);
  });
});
