import {
  CreateVoiceConnectorCommand,
  DeleteVoiceConnectorCommand,
  GetVoiceConnectorCommand,
  ListPhoneNumbersCommand,
  ListSipRulesCommand,
  ListVoiceConnectorsCommand,
  UpdateVoiceConnectorCommand,
  type ChimeSDKVoiceClient,
  type VoiceConnector,
  type VoiceConnectorAwsRegion,
} from '@aws-sdk/client-chime-sdk-voice';
import { firstOf } from './lists.ts';
import { idIn, physicalIds, present } from './physical-id.ts';
import { voiceConnectorProperties, type VoiceConnectorProperties } from './resource-properties.ts';
import type { ChimeResource, Made } from './resource.ts';
import { isServiceError, unlessNotFound, wordsOf } from './service-error.ts';
import { hasTrigger, removeOwnRule } from './sip-rules.ts';
import { isMadeFor, retag, tagsFor } from './tags.ts';
import { putOrigination, putTermination } from './voice-connector-settings.ts';

const ids = physicalIds('voice-connector');

/** A Voice Connector with its settings but its logs, which all change in place; for another Region another one is made. */
export function voiceConnectorResource(client: ChimeSDKVoiceClient): ChimeResource<VoiceConnectorProperties> {
  const get = async (id: string): Promise<VoiceConnector | undefined> => {
    const VoiceConnectorId = idIn(ids, id);
    return (await unlessNotFound(client.send(new GetVoiceConnectorCommand({ VoiceConnectorId }))))?.VoiceConnector;
  };
  return {
    schema: voiceConnectorProperties,
    async find({ properties: { Name, AwsRegion }, owner }) {
      const found = await firstOf(
        async (NextToken) => {
          const answer = await client.send(new ListVoiceConnectorsCommand({ NextToken }));
          return { items: answer.VoiceConnectors, next: answer.NextToken };
        },
        async (each) =>
          each.Name === Name && each.AwsRegion === AwsRegion && isMadeFor(client, each.VoiceConnectorArn, owner),
      );
      return found && madeOf(found).physicalResourceId;
    },
    async create(asked) {
      const { Name, RequireEncryption, AwsRegion } = asked.properties;
      const { VoiceConnector: connector } = await client.send(
        new CreateVoiceConnectorCommand({
          Name,
          RequireEncryption,
          // Whether the service is in that Region is for the service to say.
          AwsRegion: AwsRegion as VoiceConnectorAwsRegion,
          Tags: tagsFor(asked),
        }),
      );
      const made = madeOf(connector);
      try {
        await putTermination(client, idIn(ids, made.physicalResourceId), asked.properties);
        await putOrigination(client, idIn(ids, made.physicalResourceId), asked.properties);
        return made;
      } catch (cause) {
        throw await withoutHalf(client, idIn(ids, made.physicalResourceId), cause);
      }
    },
    async mustReplace(id, { properties }) {
      return (await get(id))?.AwsRegion !== properties.AwsRegion;
    },
    async update(id, asked) {
      const { Name, RequireEncryption } = asked.properties;
      const VoiceConnectorId = idIn(ids, id);
      // Encryption goes with routes over TCP only: they come before it is switched on, and change after it is switched off.
      if (RequireEncryption) await putOrigination(client, VoiceConnectorId, asked.properties);
      const { VoiceConnector: updated } = await client.send(
        new UpdateVoiceConnectorCommand({ VoiceConnectorId, Name, RequireEncryption }),
      );
      if (!RequireEncryption) await putOrigination(client, VoiceConnectorId, asked.properties);
      await putTermination(client, VoiceConnectorId, asked.properties);
      const made = madeOf(updated);
      await retag(client, made.data['VoiceConnectorArn'] ?? '', asked);
      return made;
    },
    async remove(id, properties) {
      const VoiceConnectorId = ids.read(id);
      if (VoiceConnectorId === undefined) return true;
      const connector = await get(id);
      if (connector === undefined) return true;
      if (!(await withoutRule(client, connector, properties?.RuleName))) return false;
      try {
        await unlessNotFound(client.send(new DeleteVoiceConnectorCommand({ VoiceConnectorId })));
        return true;
      } catch (error) {
        if (!isServiceError(error, 'ConflictException')) throw error;
        await refuseIfNumbersRing(client, VoiceConnectorId);
        return false;
      }
    },
  };
}

/** The error to be told, once what was made so far is deleted again. */
async function withoutHalf(client: ChimeSDKVoiceClient, VoiceConnectorId: string, cause: unknown): Promise<Error> {
  const problem = `the Voice Connector was made, but not its settings (${wordsOf(cause)})`;
  try {
    await client.send(new DeleteVoiceConnectorCommand({ VoiceConnectorId }));
    return new Error(`${problem}; it is deleted again`, { cause });
  } catch (error) {
    const left = `${VoiceConnectorId} is left and must be deleted by hand`;
    return new Error(`${problem}, and could not be deleted again (${wordsOf(error)}): ${left}`, { cause });
  }
}

/** Whether no rule takes the calls to its host; false while that is still to be asked for again. */
async function withoutRule(
  client: ChimeSDKVoiceClient,
  { OutboundHostName: TriggerValue = '' }: VoiceConnector,
  name: string | undefined,
): Promise<boolean> {
  const trigger = { TriggerType: 'RequestUriHostname', TriggerValue } as const;
  const rule = await firstOf(
    async (NextToken) => {
      const answer = await client.send(new ListSipRulesCommand({ NextToken }));
      return { items: answer.SipRules, next: answer.NextToken };
    },
    (each) => hasTrigger(each, trigger),
  );
  return rule === undefined || removeOwnRule(client, rule, { name, trigger, whose: 'Voice Connector' });
}

async function refuseIfNumbersRing(client: ChimeSDKVoiceClient, VoiceConnectorId: string): Promise<void> {
  const number = await firstOf(
    async (NextToken) => {
      const answer = await client.send(
        new ListPhoneNumbersCommand({ FilterName: 'VoiceConnectorId', FilterValue: VoiceConnectorId, NextToken }),
      );
      return { items: answer.PhoneNumbers, next: answer.NextToken };
    },
    () => true,
  );
  if (number !== undefined)
    throw new Error('phone numbers are associated with the Voice Connector: disassociate them, then delete it again');
}

function madeOf(connector: VoiceConnector | undefined): Made {
  const VoiceConnectorId = present(connector?.VoiceConnectorId, 'VoiceConnectorId');
  const VoiceConnectorArn = present(connector?.VoiceConnectorArn, 'VoiceConnectorArn');
  const OutboundHostName = present(connector?.OutboundHostName, 'OutboundHostName');
  return {
    physicalResourceId: ids.write(VoiceConnectorId),
    data: { VoiceConnectorId, VoiceConnectorArn, OutboundHostName },
  };
}
