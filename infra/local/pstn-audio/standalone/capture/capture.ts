import type { PstnAudioObserver } from '../../service/trace.ts';
import type { SipTrace } from '../../sip/user-agent.ts';
import type { OutputFile } from '../output-file.ts';
import { udpPacket } from './ip-packet.ts';
import { pcapFileHeader, pcapRecord } from './pcap.ts';
import { TcpStreams } from './tcp-streams.ts';

export interface Capture extends Required<Pick<PstnAudioObserver, 'onSip' | 'onRtp'>> {
  /** Packets that the disk was too slow for. */
  readonly dropped: number;
}

/** By these ports Wireshark tells SIP from SIP in TLS. What was encrypted stands in the file as it was before. */
const ports = { sips: 5061, sip: 5060 } as const;

/**
 * Writes SIP and audio into a file for Wireshark.
 * @param now milliseconds since 1970, with fractions.
 */
export function startCapture(file: OutputFile, now: () => number): Capture {
  const streams = new TcpStreams();
  let dropped = 0;
  const write = (packet: Buffer): void => {
    if (!file.write(pcapRecord(now(), packet))) dropped += 1;
  };
  file.write(pcapFileHeader());

  return {
    get dropped() {
      return dropped;
    },
    onSip({ direction, protocol, local, remote, bytes }) {
      if (protocol === 'UDP') {
        write(direction === 'in' ? udpPacket(remote, local, bytes) : udpPacket(local, remote, bytes));
      } else {
        const plain = (end: SipTrace['local']): SipTrace['local'] =>
          protocol === 'TLS' && end.port === ports.sips ? { ...end, port: ports.sip } : end;
        for (const packet of streams.packets(direction, plain(local), plain(remote), bytes)) write(packet);
      }
    },
    onRtp({ direction, local, remote, bytes }) {
      write(direction === 'in' ? udpPacket(remote, local, bytes) : udpPacket(local, remote, bytes));
    },
  };
}
