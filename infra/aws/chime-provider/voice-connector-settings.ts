import {
  DeleteVoiceConnectorOriginationCommand,
  DeleteVoiceConnectorTerminationCommand,
  PutVoiceConnectorOriginationCommand,
  PutVoiceConnectorTerminationCommand,
  type ChimeSDKVoiceClient,
} from '@aws-sdk/client-chime-sdk-voice';
import type { VoiceConnectorProperties } from './resource-properties.ts';
import { unlessNotFound } from './service-error.ts';

/** Where calls to its numbers go; nowhere without a route. */
export async function putOrigination(
  client: ChimeSDKVoiceClient,
  VoiceConnectorId: string,
  { Origination: Routes }: VoiceConnectorProperties,
): Promise<void> {
  if (Routes.length === 0) {
    // PutVoiceConnectorOrigination takes one route or more.
    await unlessNotFound(client.send(new DeleteVoiceConnectorOriginationCommand({ VoiceConnectorId })));
    return;
  }
  const Origination = { Routes, Disabled: false };
  await client.send(new PutVoiceConnectorOriginationCommand({ VoiceConnectorId, Origination }));
}

/** Who may call out through it, and where to; nobody without an address. */
export async function putTermination(
  client: ChimeSDKVoiceClient,
  VoiceConnectorId: string,
  { TerminationCidrs, CallingRegions }: VoiceConnectorProperties,
): Promise<void> {
  if (TerminationCidrs.length === 0) {
    await unlessNotFound(client.send(new DeleteVoiceConnectorTerminationCommand({ VoiceConnectorId })));
    return;
  }
  const Termination = { CidrAllowedList: TerminationCidrs, CallingRegions, Disabled: false };
  await client.send(new PutVoiceConnectorTerminationCommand({ VoiceConnectorId, Termination }));
}
