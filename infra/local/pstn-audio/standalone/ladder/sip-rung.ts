import type { CallNews } from '../watching/watched-call.ts';
import { maskUser, type Privacy } from '../watching/privacy.ts';
import type { Rung } from './rung.ts';

/** A SIP message: to us `─►`, from us `◄─`. */
export function sipRung({ leg, trace, summary }: Extract<CallNews, { kind: 'sip' }>, privacy: Privacy): Rung {
  const { direction, protocol, remote } = trace;
  const common = { lane: leg ?? 'SIP', mark: direction === 'in' ? '─►' : '◄─' } as const;
  if (summary.kind === 'response') {
    const { status, reason, method } = summary;
    return { ...common, text: `${status} ${reason} (${method})`, tone: status < 300 ? 'sip' : 'bad' };
  }
  if (!summary.isFirst) return { ...common, text: summary.method, tone: 'sip' };
  const parties = `${maskUser(summary.from, privacy)} calls ${maskUser(summary.to, privacy)}`;
  const where = `${direction === 'in' ? 'from' : 'at'} ${remote.host}:${remote.port} ${protocol}`;
  const text = summary.method === 'INVITE' ? `INVITE ${parties} ${where}` : `${summary.method} ${where}`;
  return { ...common, text, tone: 'sip' };
}
