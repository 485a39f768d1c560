import type { PstnAudioObserver } from '../../service/trace.ts';
import type { SipTrace } from '../../sip/user-agent.ts';
import type { OutputFile } from '../output-file.ts';
import { udpHeaderBytes, udpPacket, type Endpoint } from './ip-packet.ts';
import { pcapFileHeader, pcapRecord } from './pcap.ts';
import { TcpStreams } from './tcp-streams.ts';

export interface Capture extends Required<Pick<PstnAudioObserver, 'onSip' | 'onRtp'>> {
  /** Writes from now on; what has been seen before was kept, and comes first. */
  begin(): void;
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
  /** Until it begins. */
  let kept: Buffer[] | undefined = [];
  const write = (packet: Buffer, originalLength?: number): void => {
    const record = pcapRecord(now(), packet, originalLength);
    if (kept !== undefined) kept.push(record);
    else if (!file.write(record)) dropped += 1;
  };
  const writeDatagram = (from: Endpoint, to: Endpoint, bytes: Uint8Array): void =>
    write(udpPacket(from, to, bytes), udpHeaderBytes + bytes.length);

  return {
    get dropped() {
      return dropped;
    },
    begin() {
      file.write(pcapFileHeader());
      for (const record of kept ?? []) if (!file.write(record)) dropped += 1;
      kept = undefined;
    },
    onSip({ direction, protocol, local, remote, bytes }) {
      if (protocol === 'UDP') {
        if (direction === 'in') writeDatagram(remote, local, bytes);
        else writeDatagram(local, remote, bytes);
      } else {
        const plain = (end: SipTrace['local']): SipTrace['local'] =>
          protocol === 'TLS' && end.port === ports.sips ? { ...end, port: ports.sip } : end;
        for (const packet of streams.packets(direction, plain(local), plain(remote), bytes)) write(packet);
      }
    },
    onRtp({ direction, local, remote, bytes }) {
      if (direction === 'in') writeDatagram(remote, local, bytes);
      else writeDatagram(local, remote, bytes);
    },
  };
}
