import { startCapture, type Capture } from '../../../../../../infra/local/pstn-audio/standalone/capture/capture.ts';
import type { SipTrace } from '../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { readPcap } from './pcap-reader.ts';

const local = { host: '127.0.0.1', port: 5060 };
const remote = { host: '192.0.2.7', port: 5090 };

function capturing(isFull = false): { capture: Capture; file: () => Buffer; time: { now: number } } {
  const chunks: Buffer[] = [];
  const time = { now: Date.parse('2026-11-21T07:00:00Z') + 0.25 };
  const write = (bytes: Uint8Array | string): boolean => {
    if (isFull) return false;
    chunks.push(Buffer.from(bytes as Uint8Array));
    return true;
  };
  const capture = startCapture({ write, close: async () => undefined }, () => time.now);
  capture.begin();
  return { capture, file: () => Buffer.concat(chunks), time };
}

function sip(direction: 'in' | 'out', text: string, more: Partial<SipTrace> = {}): SipTrace {
  return { direction, protocol: 'UDP', local, remote, bytes: Buffer.from(text), message: text, ...more };
}

describe('a capture', () => {
  it('holds SIP over UDP, there and back, with its time and checksums', () => {
    const { capture, file, time } = capturing();

    capture.onSip(sip('in', 'INVITE …'));
    time.now += 1.5;
    capture.onSip(sip('out', 'SIP/2.0 100 Trying!'));

    const start = Date.parse('2026-11-21T07:00:00Z');
    expect(readPcap(file()).map(({ payload, ...rest }) => ({ ...rest, text: payload.toString() }))).toEqual([
      {
        at: start + 0.25,
        protocol: 'UDP',
        from: '192.0.2.7:5090',
        to: '127.0.0.1:5060',
        isIntact: true,
        text: 'INVITE …',
      },
      {
        at: start + 1.75,
        protocol: 'UDP',
        from: '127.0.0.1:5060',
        to: '192.0.2.7:5090',
        isIntact: true,
        text: 'SIP/2.0 100 Trying!',
      },
    ]);
  });

  it('holds audio, whose buffer may be used again', () => {
    const { capture, file } = capturing();
    const bytes = Buffer.from([0x80, 0, 1, 2, 3]);

    capture.onRtp({ direction: 'out', local: { ...local, port: 4000 }, remote, bytes });
    bytes.fill(0);

    expect(readPcap(file())).toMatchObject([
      { from: '127.0.0.1:4000', payload: Buffer.from([0x80, 0, 1, 2, 3]), isIntact: true },
    ]);
  });

  it('keeps its checksums right for every content, also where a sum comes to nothing', () => {
    const { capture, file } = capturing();

    for (let value = 0; value < 65_536; value += 1) {
      const bytes = Buffer.alloc(2);
      bytes.writeUInt16BE(value);
      capture.onRtp({ direction: 'in', local, remote, bytes });
    }

    expect(readPcap(file()).filter(({ isIntact }) => !isIntact)).toEqual([]);
  });

  it('dresses up SIP over TCP as one connection whose numbers run on', () => {
    const { capture, file } = capturing();
    const tcp = { protocol: 'TCP' } as const;

    capture.onSip(sip('in', 'INVITE', tcp));
    capture.onSip(sip('out', '200', tcp));
    capture.onSip(sip('in', 'x'.repeat(40_000), tcp));

    const packets = readPcap(file());
    expect(packets.every(({ isIntact, protocol }) => isIntact && protocol === 'TCP')).toBe(true);
    expect(
      packets.map(({ from, payload, tcp: head }) => [
        from,
        head?.flags,
        head?.sequence,
        head?.acknowledgement,
        payload.length,
      ]),
    ).toEqual([
      ['192.0.2.7:5090', 0x02, 0, 0, 0],
      ['127.0.0.1:5060', 0x12, 0, 1, 0],
      ['192.0.2.7:5090', 0x10, 1, 1, 0],
      ['192.0.2.7:5090', 0x18, 1, 1, 6],
      ['127.0.0.1:5060', 0x18, 1, 7, 3],
      ['192.0.2.7:5090', 0x18, 7, 4, 16_384],
      ['192.0.2.7:5090', 0x18, 16_391, 4, 16_384],
      ['192.0.2.7:5090', 0x18, 32_775, 4, 7232],
    ]);
  });

  it('keeps connections apart', () => {
    const { capture, file } = capturing();

    capture.onSip(sip('out', 'INVITE', { protocol: 'TCP' }));
    capture.onSip(sip('out', 'INVITE', { protocol: 'TCP', remote: { ...remote, port: 5091 } }));

    expect(readPcap(file()).map(({ tcp }) => tcp?.flags)).toEqual([0x02, 0x12, 0x10, 0x18, 0x02, 0x12, 0x10, 0x18]);
  });

  it('holds what came over TLS in clear, at the port of SIP without TLS', () => {
    const { capture, file } = capturing();

    capture.onSip(sip('in', 'INVITE', { protocol: 'TLS', local: { ...local, port: 5061 } }));

    const last = readPcap(file()).at(-1);
    expect(last).toMatchObject({ protocol: 'TCP', to: '127.0.0.1:5060' });
    expect(last?.payload.toString()).toBe('INVITE');
  });

  it('takes a name for this machine', () => {
    const { capture, file } = capturing();

    capture.onSip(sip('out', 'INVITE', { remote: { host: 'localhost', port: 5090 } }));
    capture.onSip(sip('in', 'INVITE', { remote: { host: '::ffff:10.1.2.3', port: 5090 } }));

    expect(readPcap(file())).toMatchObject([{ to: '127.0.0.1:5090' }, { from: '10.1.2.3:5090' }]);
  });

  it('counts what the disk was too slow for', () => {
    const { capture } = capturing(true);

    capture.onSip(sip('in', 'INVITE'));

    expect(capture.dropped).toBe(1);
  });

  it('cuts a datagram that no packet can hold, and keeps its true length', () => {
    const { capture, file } = capturing();

    capture.onSip(sip('in', 'x'.repeat(70_000)));

    const written = file();
    expect([written.readUInt32LE(24 + 8), written.readUInt32LE(24 + 12)]).toEqual([65_535, 70_028]);
    written.writeUInt32LE(65_535, 24 + 12);
    expect(readPcap(written)).toMatchObject([{ isIntact: true }]);
  });

  it('writes nothing before it begins, and then what it has seen', () => {
    const written: Uint8Array[] = [];
    const write = (bytes: Uint8Array | string): boolean => written.push(Buffer.from(bytes as Uint8Array)) > 0;
    const capture = startCapture({ write, close: async () => undefined }, () => 0);

    capture.onSip(sip('in', 'INVITE'));
    const before = written.length;
    capture.begin();

    expect([before, readPcap(Buffer.concat(written)).map(({ payload }) => payload.toString())]).toEqual([
      0,
      ['INVITE'],
    ]);
  });
});
