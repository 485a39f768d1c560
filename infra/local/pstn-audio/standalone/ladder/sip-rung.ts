import type { CallNews } from '../watching/watched-call.ts';
import { maskNumbers, maskUser, type Privacy } from '../watching/privacy.ts';
import type { Rung } from './rung.ts';

/** A SIP message: to us `─►`, from us `◄─`. */
export function sipRung({ call, leg, trace, summary }: Extract<CallNews, { kind: 'sip' }>, privacy: Privacy): Rung {
  const { direction, protocol, remote } = trace;
  const common = { lane: leg ?? 'SIP', mark: direction === 'in' ? '─►' : '◄─' } as const;
  if (summary.kind === 'response') {
    const { status, reason, method } = summary;
    // A call that no function was told of: a Hangup may answer 404 as well.
    const isUnknown = status === 404 && method === 'INVITE' && direction === 'out' && call?.transactionId === undefined;
    const why = isUnknown ? `: no SIP rule takes ${maskUser(summary.to, privacy)}` : '';
    return {
      ...common,
      text: `${status} ${maskNumbers(reason, privacy)} (${method})${why}`,
      tone: status < 300 ? 'sip' : 'bad',
    };
  }
  if (!summary.isFirst) return { ...common, text: summary.method, tone: 'sip' };
  const parties = `${maskUser(summary.from, privacy)} calls ${maskUser(summary.to, privacy)}`;
  const where = `${direction === 'in' ? 'from' : 'at'} ${remote.host}:${remote.port} ${protocol}`;
  const text = summary.method === 'INVITE' ? `INVITE ${parties} ${where}` : `${summary.method} ${where}`;
  return { ...common, text, tone: 'sip' };
}
