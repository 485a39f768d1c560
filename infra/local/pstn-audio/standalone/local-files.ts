import { readFile, stat } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { PstnAudioConfig } from '../config/config.ts';
import type { SipConfig } from '../config/sip.ts';
import type { SipListening } from '../service/listen-for-sip.ts';
import { systemCode } from './standalone-error.ts';

export interface LocalFiles {
  readonly tls: NonNullable<SipListening['tls']> | undefined;
  /** Files and folders that are not as they should be, a line each. */
  readonly problems: readonly string[];
}

/** Reads the certificate of a configuration and looks for its buckets. */
export async function readLocalFiles(sip: SipConfig, buckets: PstnAudioConfig['Buckets']): Promise<LocalFiles> {
  const problems: string[] = [];
  for (const [name, folder] of Object.entries(buckets)) {
    const status = await stat(folder).catch(() => undefined);
    if (status?.isDirectory() !== true) problems.push(`Buckets.${name}: there is no folder ${folder}: create it`);
  }
  const tls = sip.Tls === undefined ? undefined : await readTls(sip.Tls, problems);
  return { tls, problems };
}

async function readTls(
  { Port, CertificateFile, PrivateKeyFile }: NonNullable<SipConfig['Tls']>,
  problems: string[],
): Promise<LocalFiles['tls']> {
  const read = async (field: string, path: string): Promise<string | undefined> => {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      const code = systemCode(error);
      problems.push(
        `Sip.Tls.${field}: ${code === 'ENOENT' ? `there is no such file: ${path}` : `${path} cannot be read (${code})`}`,
      );
      return undefined;
    }
  };
  const certificate = await read('CertificateFile', CertificateFile);
  const privateKey = await read('PrivateKeyFile', PrivateKeyFile);
  if (certificate === undefined || privateKey === undefined) return undefined;
  try {
    createSecureContext({ cert: certificate, key: privateKey });
  } catch (error) {
    problems.push(`Sip.Tls: certificate and private key are no PEM files that belong together (${systemCode(error)})`);
    return undefined;
  }
  return { port: Port, certificate, privateKey };
}
