import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Pixels, both ways (Alexa Skills Kit documentation, skill-manifest). */
const sizes = { small: 108, large: 512 } as const;

export interface Icons {
  readonly small: Uint8Array;
  readonly large: Uint8Array;
}

export type IconsReading =
  { readonly kind: 'read'; readonly icons: Icons } | { readonly kind: 'wrong'; readonly problems: readonly string[] };

/** Reads small-icon.png and large-icon.png; PNG files of the sizes that the skill stores take. */
export async function readIcons(folder: string): Promise<IconsReading> {
  const [small, large] = await Promise.all([readIcon(folder, 'small'), readIcon(folder, 'large')]);
  const problems = [small, large].filter((each) => typeof each === 'string');
  if (typeof small === 'string' || typeof large === 'string') return { kind: 'wrong', problems };
  return { kind: 'read', icons: { small, large } };
}

async function readIcon(folder: string, which: keyof typeof sizes): Promise<Uint8Array | string> {
  const file = join(folder, `${which}-icon.png`);
  const size = sizes[which];
  let octets: Buffer;
  try {
    octets = await readFile(file);
  } catch {
    return `--icons-from: ${file} cannot be read; put a PNG of ${size} by ${size} pixels there`;
  }
  const measured = pngSize(octets);
  if (measured === undefined) return `--icons-from: ${file} is not a PNG file`;
  if (measured.width !== size || measured.height !== size)
    return `--icons-from: ${file} has ${measured.width} by ${measured.height} pixels; it must have ${size} by ${size}`;
  return octets;
}

/** Out of the first chunk, IHDR (RFC 2083, 4.1.1). */
function pngSize(octets: Buffer): { readonly width: number; readonly height: number } | undefined {
  if (octets.length < 24 || octets.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined;
  if (octets.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: octets.readUInt32BE(16), height: octets.readUInt32BE(20) };
}
