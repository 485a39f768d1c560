import { connect, createSecureContext, createServer, type SecureContext, type TLSSocket } from 'node:tls';
import { bound } from './listen.ts';
import { StreamTransport, type StreamOptions } from './stream-transport.ts';
import type { SipAddress, Transport } from './transport.ts';

/** How this side shows who it is, and whom it believes. */
export interface TlsOptions extends StreamOptions {
  /** PEM: this side's certificate, intermediate ones after it. */
  readonly certificate: string;
  /** PEM: the certificate's key, not encrypted. */
  readonly privateKey: string;
  /** PEM: certificates to believe in place of the well-known authorities; a self-signed one is its own authority. */
  readonly ca?: string;
  /**
   * Whether a peer that is called must prove with its certificate that it is the address dialled; default true.
   * False is for a developer's self-signed certificates. Callers are asked for none.
   */
  readonly rejectUnauthorized?: boolean;
}

/** Listens for SIP over TLS (RFC 3261 §26.2.1), version 1.2 or later; rejects when certificate, key or address cannot be used. */
export async function listenTls(options: TlsOptions): Promise<Transport> {
  const { host = '127.0.0.1', port = 0, rejectUnauthorized = true, connectTimeout = 5000 } = options;
  const secureContext = contextOf(options);
  const server = createServer({
    ...secretsOf(options),
    minVersion: 'TLSv1.2',
    noDelay: true,
    handshakeTimeout: connectTimeout,
  });
  await bound(server, 'TLS', host, port);
  const dial = (destination: SipAddress): TLSSocket =>
    connect({
      host: destination.host,
      port: destination.port,
      secureContext,
      rejectUnauthorized,
    }).setNoDelay(true);
  return new StreamTransport(
    { protocol: 'TLS', server, acceptedEvent: 'secureConnection', dial, dialledEvent: 'secureConnect' },
    options,
  );
}

// Both ends are made before the port is bound, so that a wrong file is told as such.
function contextOf(options: TlsOptions): SecureContext {
  try {
    return createSecureContext({
      ...secretsOf(options),
      minVersion: 'TLSv1.2',
      ...(options.ca !== undefined && { ca: options.ca }),
    });
  } catch (error) {
    throw new Error(
      'SIP over TLS cannot use its certificate or private key; give both as PEM text that belong together',
      {
        cause: error,
      },
    );
  }
}

function secretsOf({ certificate, privateKey }: TlsOptions): { readonly cert: string; readonly key: string } {
  return { cert: certificate, key: privateKey };
}
