/** Where the invocation's own segment is in its trace. */
export interface SampledTrace {
  readonly traceId: string;
  readonly parentId: string;
}

/**
 * Reads what Lambda puts into _X_AMZN_TRACE_ID for each invocation, "Root=1-…;Parent=…;Sampled=1", with more behind it at times
 * (AWS X-Ray developer guide, Tracing header). Undefined when the invocation is not sampled, or nothing is to be understood.
 */
export function sampledTrace(header: string | undefined): SampledTrace | undefined {
  const parts = new Map(
    (header ?? '').split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=');
      return [name.trim(), value];
    }),
  );
  const traceId = parts.get('Root') ?? '';
  const parentId = parts.get('Parent') ?? '';
  const isSampled = parts.get('Sampled') === '1';
  const isWellFormed = /^1-[\da-f]{8}-[\da-f]{24}$/.test(traceId) && /^[\da-f]{16}$/.test(parentId);
  return isSampled && isWellFormed ? { traceId, parentId } : undefined;
}
