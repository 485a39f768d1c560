import type { Timers } from '../../../../shared/ports/timers.ts';
import { listenTcp } from '../sip/transport/tcp.ts';
import { listenTls } from '../sip/transport/tls.ts';
import type { Transport } from '../sip/transport/transport.ts';
import { listenUdp } from '../sip/transport/udp.ts';

/** Where the service takes SIP. */
export interface SipListening {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** The address by which telephones reach this service, where it is not the one listened on: behind address translation, in a container. */
  readonly advertisedHost?: string;
  /** For UDP and TCP alike; default 0: one that is free for both. */
  readonly port?: number;
  readonly tls?: {
    /** Default 0: any free one. */
    readonly port?: number;
    /** PEM text. */
    readonly certificate: string;
    /** PEM text. */
    readonly privateKey: string;
    /** Whether peers that are called must have a certificate that can be trusted; default true. */
    readonly rejectUnauthorized?: boolean;
  };
}

/** A port that is free for UDP may be taken for TCP: so often another is tried. */
const attempts = 5;

/** Listens on UDP and TCP, and on TLS where a certificate is given; rejects with what cannot be had, having freed the rest. */
export async function listenForSip(
  { host = '127.0.0.1', port = 0, tls }: SipListening,
  timers: Timers,
): Promise<readonly [Transport, ...Transport[]]> {
  await using open = new AsyncDisposableStack();
  const keep = (transport: Transport): Transport => open.adopt(transport, (each) => each.close());
  const udpAndTcp = await listenTwice(host, port, timers);
  for (const transport of udpAndTcp) keep(transport);
  const secure = tls === undefined ? [] : [await listenTls({ host, timers, ...tls })];
  open.move();
  return [...udpAndTcp, ...secure];
}

async function listenTwice(host: string, port: number, timers: Timers): Promise<readonly [Transport, Transport]> {
  for (let attempt = 1; ; attempt += 1) {
    const udp = await listenUdp({ host, port });
    try {
      return [udp, await listenTcp({ host, port: udp.local.port, timers })];
    } catch (error) {
      await udp.close();
      if (port !== 0 || attempt === attempts) throw error;
    }
  }
}
