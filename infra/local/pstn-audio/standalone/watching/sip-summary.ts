/** What of a SIP message is seen on a ladder. */
export type SipSummary = {
  readonly callId: string;
  /** Method of the request, or of the one that is answered. */
  readonly method: string;
  /** User parts of To and From; empty when there are none. */
  readonly to: string;
  readonly from: string;
  /** Tag of From: whoever has sent the request, or the one that is answered. */
  readonly fromTag: string;
} & (
  | { readonly kind: 'request'; readonly isFirst: boolean }
  | { readonly kind: 'response'; readonly status: number; readonly reason: string }
);

const requestLine = /^([A-Z]+) \S+ SIP\/2\.0\r?\n/u;
const statusLine = /^SIP\/2\.0 (\d{3}) ?([^\r\n]*)/u;

/** Reads no more than it shows, and anything that looks like SIP; undefined for the rest. */
export function summarizeSip(message: string): SipSummary | undefined {
  const head = message.slice(0, message.search(/\r?\n\r?\n/u) + 1 || message.length);
  const method = requestLine.exec(head)?.[1];
  const [, status, reason = ''] = statusLine.exec(head) ?? [];
  const callId = header(head, 'Call-ID|i');
  if (callId === undefined || (method === undefined && status === undefined)) return undefined;
  const to = header(head, 'To|t') ?? '';
  const from = header(head, 'From|f') ?? '';
  const fromTag = /;\s*tag=([^;\s]+)/iu.exec(from)?.[1] ?? '';
  const shown = { callId, to: userIn(to), from: userIn(from), fromTag };
  return method === undefined
    ? { kind: 'response', status: Number(status), reason, method: methodIn(head), ...shown }
    : // Within a dialog To has a tag (RFC 3261 §12.2.1.1).
      { kind: 'request', method, isFirst: !/;\s*tag=/iu.test(to), ...shown };
}

function header(head: string, name: string): string | undefined {
  return new RegExp(`\\n(?:${name})[ \\t]*:[ \\t]*([^\\r\\n]*)`, 'iu').exec(head)?.[1]?.trim();
}

function methodIn(head: string): string {
  return /\s([A-Z]+)$/u.exec(header(head, 'CSeq') ?? '')?.[1] ?? '';
}

function userIn(address: string): string {
  return /(?:sips?:|tel:)([^@;>]*)/iu.exec(address)?.[1] ?? '';
}
