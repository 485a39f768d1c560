import * as z from 'zod';
import type { Registry } from '../objects/registry.ts';
import { refused, type ApiError } from './api-error.ts';

export const resourceArn = z
  .string()
  .min(1)
  .max(1024)
  .regex(/^arn[/:_.a-zA-Z0-9+-]+$/, 'must be an ARN');

/** What an object may have (API reference, TagList). */
export const maximumTags = 50;

/** Undefined when the account has what the ARN names. */
export function resourceProblem(arn: string, registry: Registry): ApiError | undefined {
  const arns = [
    ...[...registry.sipMediaApplications.values()].map(({ SipMediaApplicationArn }) => SipMediaApplicationArn),
    ...[...registry.voiceConnectors.values()].map(({ VoiceConnectorArn }) => VoiceConnectorArn),
    ...[...registry.voiceConnectorGroups.values()].map(({ VoiceConnectorGroupArn }) => VoiceConnectorGroupArn),
  ];
  return arns.includes(arn)
    ? undefined
    : refused(
        'NotFoundException',
        'ResourceARN: the account has no SIP media application, Voice Connector or group with this ARN.',
      );
}
