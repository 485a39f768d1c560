import type { LookupOneOptions } from 'node:dns';
import { isIP } from 'node:net';

type Done = (error: NodeJS.ErrnoException | null, address: string, family: number) => void;
export type Lookup = (name: string, options: LookupOneOptions, done: Done) => void;

/** A transaction's repetitions all go to one address (RFC 3263 §4.3), and a host that moves is found again soon. */
const rememberedMilliseconds = 30_000;
/** Names come from peers, too: they cannot fill the memory. */
const mostNames = 1000;

/**
 * Resolves names once for many datagrams: looking one up occupies one of the few threads that files are read with. What could not be
 * found is not remembered.
 * @param now milliseconds that only ever go forward.
 */
export function rememberedLookup(lookup: Lookup, now: () => number): Lookup {
  const known = new Map<string, { readonly address: string; readonly family: number; readonly until: number }>();
  const asked = new Map<string, Done[]>();

  return (name, options, done) => {
    if (isIP(name) > 0) return done(null, name, isIP(name));
    const entry = known.get(name);
    if (entry !== undefined && now() < entry.until) return done(null, entry.address, entry.family);
    const others = asked.get(name);
    if (others !== undefined) return void others.push(done);
    const waiting = [done];
    asked.set(name, waiting);
    return lookup(name, options, (error, address, foundFamily) => {
      asked.delete(name);
      if (known.size >= mostNames) known.clear();
      if (error === null) known.set(name, { address, family: foundFamily, until: now() + rememberedMilliseconds });
      for (const each of waiting) each(error, address, foundFamily);
    });
  };
}
