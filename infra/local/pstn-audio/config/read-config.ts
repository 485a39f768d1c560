import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { checkPstnAudioConfig, type ConfigReading } from './config.ts';
import type { PstnAudioConfig } from './config-schema.ts';
import { jsonMistake } from './json-syntax.ts';

/**
 * Reads a configuration file (JSON, UTF-8). Relative files and folders in it are meant from where it is, and come out absolute.
 * Never rejects: what is wrong is told.
 */
export async function readPstnAudioConfig(path: string): Promise<ConfigReading> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => cause);
  if (typeof text !== 'string')
    return wrong(`${path} cannot be read (${text.code ?? text.message}): name a file that is there`);
  const bare = text.replace(/^\uFEFF/, '');
  const mistake = jsonMistake(bare);
  if (mistake !== undefined) return wrong(`${path}:${mistake.line}:${mistake.column}: ${mistake.message}`);

  const value: unknown = JSON.parse(bare);
  const reading = checkPstnAudioConfig(value);
  return reading.kind === 'wrong'
    ? reading
    : { kind: 'config', config: withAbsolutePaths(reading.config, dirname(resolve(path))) };
}

function wrong(message: string): ConfigReading {
  return { kind: 'wrong', problems: [{ path: '', message }] };
}

function withAbsolutePaths(config: PstnAudioConfig, folder: string): PstnAudioConfig {
  const { Sip, Functions, Buckets } = config;
  const absolute = (path: string): string => resolve(folder, path);
  const tls =
    Sip?.Tls === undefined
      ? {}
      : {
          Tls: {
            ...Sip.Tls,
            CertificateFile: absolute(Sip.Tls.CertificateFile),
            PrivateKeyFile: absolute(Sip.Tls.PrivateKeyFile),
          },
        };
  return {
    ...config,
    ...(Sip === undefined ? {} : { Sip: { ...Sip, ...tls } }),
    Functions: Functions.map((each) => ({ ...each, Module: absolute(each.Module) })),
    Buckets: Object.fromEntries(Object.entries(Buckets).map(([name, path]) => [name, absolute(path)])),
  };
}
