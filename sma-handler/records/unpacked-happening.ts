import { happeningSchema } from '../../shared/contracts/happening.ts';
import type { Happening, HappeningKind } from '../../shared/domain/call-flow/happening.ts';
import { packedKinds, type FieldType } from './packed-happening.ts';
import { unpackList, unpackText } from './packed-text.ts';

const kindsByCode = new Map(Object.entries(packedKinds).map(([kind, { code }]) => [code, kind as HappeningKind]));

/** Undefined for what cannot be read, such as a kind of a newer release. */
export function unpackHappening(packed: string): Happening | undefined {
  const [code = '', ...parts] = packed.split(',');
  const kind = kindsByCode.get(code);
  if (kind === undefined) return undefined;
  const values = Object.entries<FieldType>(packedKinds[kind].fields).map(
    ([name, type], index) => [name, unpackField(parts[index] ?? '', type)] as const,
  );
  const there = values.filter(([, value]) => value !== undefined);
  return happeningSchema.safeParse({ ...Object.fromEntries(there), kind }).data;
}

function unpackField(packed: string, type: FieldType): unknown {
  switch (type) {
    case 'list':
      return unpackList(packed);
    case 'yes':
      return packed === '1';
    case 'attempt': {
      const [number, kind, id] = unpackList(packed);
      return { number: Number(number), kind, id };
    }
    case 'number':
      return packed === '' ? undefined : Number(packed);
    case 'text':
      return unpackText(packed);
  }
}
