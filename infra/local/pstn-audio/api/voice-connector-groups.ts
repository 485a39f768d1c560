import * as z from 'zod';
import type { Registry } from '../objects/registry.ts';
import { callDistributionTypes } from '../objects/voice-connector-group.ts';
import { refused, type ApiError } from './api-error.ts';
import { id } from './requests.ts';

export const groupItems = z
  .array(z.object({ VoiceConnectorId: id, Priority: z.int().min(1).max(99) }))
  .max(3)
  .refine(
    (items) => new Set(items.map(({ VoiceConnectorId }) => VoiceConnectorId)).size === items.length,
    'must not name a Voice Connector twice',
  );

export const callDistributionType = z.enum(callDistributionTypes);

/** An item that the account does not have. */
export function itemProblem(items: z.output<typeof groupItems>, registry: Registry): ApiError | undefined {
  const n = items.findIndex(({ VoiceConnectorId }) => !registry.voiceConnectors.has(VoiceConnectorId));
  if (n === -1) return undefined;
  return refused(
    'NotFoundException',
    `VoiceConnectorItems.${n}.VoiceConnectorId: the account has no such Voice Connector.`,
  );
}

export function noSuchGroup(): ApiError {
  return refused('NotFoundException', 'VoiceConnectorGroupId: the account has no such Voice Connector group.');
}
