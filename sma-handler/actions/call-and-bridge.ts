import type { CallAndBridgeAction } from '../../shared/contracts/sma-response.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import { contextHeaders } from '../../shared/contracts/header-profiles.ts';
import type { BridgeAttempt, S3Object } from '../step.ts';

export interface BridgeRequest {
  readonly attempt: BridgeAttempt;
  /** A number the account owns, never the caller's: a skill call may not show it (skill-call-use-cases). */
  readonly callerId: E164;
  readonly contextId: string | undefined;
  /** Heard while it rings. */
  readonly ringback: S3Object | undefined;
}

/** Rings the attempt's destination and joins the two legs when it answers. */
export function callAndBridge({ attempt, callerId, contextId, ringback }: BridgeRequest): CallAndBridgeAction {
  const shared = {
    CallTimeoutSeconds: attempt.timeoutSeconds,
    CallerIdNumber: callerId,
    ...(ringback === undefined
      ? {}
      : { RingbackTone: { Type: 'S3' as const, BucketName: ringback.bucket, Key: ringback.key } }),
  };
  switch (attempt.kind) {
    case 'contactCenter': {
      const headers = contextHeaders(attempt.headers, contextId);
      return {
        Type: 'CallAndBridge',
        Parameters: {
          ...shared,
          Endpoints: [{ BridgeEndpointType: 'AWS', Arn: attempt.voiceConnectorArn, Uri: attempt.user }],
          ...(headers === undefined ? {} : { SipHeaders: headers }),
        },
      };
    }
    case 'branch':
    case 'phone':
      // No headers: SipHeaders is for AWS endpoints only (call-and-bridge).
      return {
        Type: 'CallAndBridge',
        Parameters: { ...shared, Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: attempt.number }] },
      };
    default:
      return assertNever(attempt);
  }
}
