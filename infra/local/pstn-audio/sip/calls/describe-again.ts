import { formatSdp, formatSdpAnswer, mirrorDirection, parseSdp, type AudioPayload } from '../sdp.ts';
import type { SessionDescriber } from './call.ts';

/** Says again what was said last, for an application that does not describe its side itself. */
export function lastDescription(ours: string): SessionDescriber {
  const own = parseSdp(ours);
  return {
    // Whole again when the call was on hold.
    offer: () => (own.kind === 'malformed' ? ours : formatSdp({ ...own.session, direction: 'sendrecv' })),

    answer(offer) {
      const theirs = parseSdp(offer);
      if (theirs.kind === 'malformed') return undefined;
      if (own.kind === 'malformed') return ours;
      const known = new Set(own.session.payloads.map(nameOf));
      const payloads = theirs.session.payloads.filter((each) => known.has(nameOf(each)));
      if (!payloads.some(({ encoding }) => !/^telephone-event$/i.test(encoding))) return undefined;
      const direction = mirrorDirection(theirs.session.direction);
      return formatSdpAnswer(offer, { ...own.session, payloads, direction });
    },
  };
}

const originLine = /^o=(\S+) (\S+) (\d+) (.*)$/m;

/** `sdp` as the successor of `previous`: its origin with the next version, or `previous` itself where nothing else differs (RFC 3264 §8). */
export function successorOf(previous: string, sdp: string): string {
  const [origin, user, id, version, address] = originLine.exec(previous) ?? [];
  if (origin === undefined || version === undefined) return sdp;
  const withOrigin = (line: string): string => sdp.replace(originLine, () => line);
  if (withOrigin(origin) === previous) return previous;
  return withOrigin(`o=${user} ${id} ${BigInt(version) + 1n} ${address}`);
}

function nameOf({ encoding, clockRate }: AudioPayload): string {
  return `${encoding.toLowerCase()}/${clockRate}`;
}
