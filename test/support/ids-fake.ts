import type { Ids } from '../../shared/ports/ids.ts';

/** Ids that count: 00000000-0000-4000-8000-000000000001, … and bytes that repeat the counter. */
export function idsFake(): Ids {
  let count = 0;
  return {
    uuid: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
    randomBytes: (length) => new Uint8Array(length).fill((count += 1) % 256),
  };
}
