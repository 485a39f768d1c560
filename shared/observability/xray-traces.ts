import type { Ids } from '../ports/ids.ts';
import type { Timers } from '../ports/timers.ts';
import { withinTime } from '../within-time.ts';
import { udpDatagrams, type SendDatagram, type UdpAddress } from './datagrams.ts';
import { identifierOnly } from './log-fields.ts';
import type { TraceAnnotations, Traces, TraceTimes } from './metrics.ts';
import { sampledTrace, type SampledTrace } from './trace-header.ts';

export interface XrayTracesOptions {
  /** Read at each invocation: Lambda sets _X_AMZN_TRACE_ID anew each time. */
  readonly environment: NodeJS.ProcessEnv;
  readonly ids: Pick<Ids, 'randomBytes'>;
  readonly timers: Timers;
  /** Default: over UDP. */
  readonly send?: SendDatagram;
}

/** The daemon is on the same machine: what takes longer than this is not coming. */
const longestWaitMs = 20;
/** X-Ray indexes so many of a trace. */
const mostAnnotations = 50;
const name = 'call-flow';
const daemonHeader = JSON.stringify({ format: 'json', version: 1 });

/**
 * Annotates the trace of an invocation by a subsegment of its own, sent to the X-Ray daemon that Lambda runs (AWS X-Ray developer guide,
 * Sending trace data to AWS X-Ray; AWS X-Ray segment documents). The segment itself is Lambda's, which nobody can annotate. Does nothing
 * where the invocation is not sampled or there is no daemon.
 */
export function xrayTraces({ environment, ids, timers, send = udpDatagrams() }: XrayTracesOptions): Traces {
  return {
    async annotate(annotations, times) {
      try {
        const trace = sampledTrace(environment['_X_AMZN_TRACE_ID']);
        const daemon = udpAddressOf(environment['AWS_XRAY_DAEMON_ADDRESS']);
        if (trace === undefined || daemon === undefined) return;
        const id = Buffer.from(ids.randomBytes(8)).toString('hex');
        const document = JSON.stringify(subsegment(id, trace, annotations, times));
        await withinTime(timers, longestWaitMs, send(`${daemonHeader}\n${document}`, daemon));
      } catch {
        // A call goes on without its trace.
      }
    },
  };
}

function subsegment(id: string, trace: SampledTrace, annotations: TraceAnnotations, times: TraceTimes): object {
  return {
    name,
    id,
    trace_id: trace.traceId,
    parent_id: trace.parentId,
    type: 'subsegment',
    // Seconds, with fractions.
    start_time: times.startedAt / 1000,
    end_time: Math.max(times.startedAt, times.endedAt) / 1000,
    annotations: allowedAnnotations(annotations),
  };
}

/** Keys of letters, digits and underscores, which filter expressions can name; values that are identifiers, numbers or yes and no. */
function allowedAnnotations(annotations: TraceAnnotations): TraceAnnotations {
  const allowed = Object.entries(annotations).filter(
    ([key, value]) => /^\w{1,500}$/.test(key) && (typeof value !== 'number' || Number.isFinite(value)),
  );
  return Object.fromEntries(
    allowed
      .slice(0, mostAnnotations)
      .map(([key, value]) => [key, typeof value === 'string' ? identifierOnly(value) : value]),
  );
}

/** "127.0.0.1:2000", or "tcp:127.0.0.1:2000 udp:127.0.0.2:2001" (AWS X-Ray developer guide, X-Ray daemon). */
function udpAddressOf(text: string | undefined): UdpAddress | undefined {
  for (const part of (text ?? '').split(/\s+/)) {
    const [, host, digits] = /^(?:udp:)?([\w.-]+):(\d{1,5})$/.exec(part) ?? [];
    const port = Number(digits);
    if (host !== undefined && port >= 1 && port <= 65_535) return { host, port };
  }
  return undefined;
}
