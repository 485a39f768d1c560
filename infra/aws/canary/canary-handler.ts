import * as z from 'zod';
import { e164Schema } from '../../../shared/contracts/call-context.ts';
import { BridgeError } from '../../../shared/errors.ts';
import { callOnce, type CanaryResult, type CanaryServices } from './canary-run.ts';
import { canaryMetrics } from './canary-metrics.ts';

export interface CanaryHandlerServices extends CanaryServices {
  /** The bridge's own: to call it would be to come in as any caller, and ring agents. */
  readonly ownNumber: string;
  /** Of what it counts, as CloudWatch takes it. */
  readonly metricsNamespace: string;
  /** Takes one line without its line feed, where Lambda collects them. */
  readonly write: (line: string) => void;
}

/** What the schedule hands over. */
export const canaryOrderSchema = z.object({ to: e164Schema });

/**
 * The canary's function: one call for each invocation, and one measure of it.
 * @throws BridgeError `environment-invalid` when the number to call is none, or the bridge's own.
 */
export function createCanary(services: CanaryHandlerServices): (order: unknown) => Promise<CanaryResult> {
  return async (received) => {
    const order = canaryOrderSchema.safeParse(received);
    if (!order.success || order.data.to === services.ownNumber)
      throw new BridgeError(
        'environment-invalid',
        'canary: "to" must be a number in E.164, and not the one that callers dial: correct canary.to in the deployment’s config',
      );
    const result = await callOnce(order.data.to, services);
    services.write(JSON.stringify(measureOf(result, services.metricsNamespace, services.clock.now())));
    return result;
  };
}

/** CloudWatch user guide, Embedded metric format specification. */
function measureOf(result: CanaryResult, Namespace: string, now: number): object {
  const { answered, notAnswered } = canaryMetrics;
  const metrics = [answered, notAnswered].map((Name) => ({ Name, Unit: 'Count' }));
  const isAnswered = result === 'answered';
  return {
    _aws: { Timestamp: now, CloudWatchMetrics: [{ Namespace, Dimensions: [[]], Metrics: metrics }] },
    [answered]: isAnswered ? 1 : 0,
    [notAnswered]: isAnswered ? 0 : 1,
  };
}
