import {
  CreateSipMediaApplicationCommand,
  DeleteSipMediaApplicationCommand,
  GetSipMediaApplicationCommand,
  ListSipMediaApplicationsCommand,
  ListSipRulesCommand,
  UpdateSipMediaApplicationCommand,
  type ChimeSDKVoiceClient,
  type SipMediaApplication,
} from '@aws-sdk/client-chime-sdk-voice';
import { firstOf } from './lists.ts';
import { idIn, physicalIds, present } from './physical-id.ts';
import { sipMediaApplicationProperties, type SipMediaApplicationProperties } from './resource-properties.ts';
import type { ChimeResource, Made } from './resource.ts';
import { isServiceError, unlessNotFound } from './service-error.ts';
import { isMadeFor, retag, tagsFor } from './tags.ts';

const ids = physicalIds('sip-media-application');

/** A SIP media application. Its name, function and tags change in place; for another Region another one is made. */
export function sipMediaApplicationResource(client: ChimeSDKVoiceClient): ChimeResource<SipMediaApplicationProperties> {
  const get = async (id: string): Promise<SipMediaApplication | undefined> => {
    const SipMediaApplicationId = idIn(ids, id);
    const found = await unlessNotFound(client.send(new GetSipMediaApplicationCommand({ SipMediaApplicationId })));
    return found?.SipMediaApplication;
  };
  return {
    schema: sipMediaApplicationProperties,
    async find({ properties: { Name, AwsRegion }, owner }) {
      const found = await firstOf(
        async (NextToken) => {
          const answer = await client.send(new ListSipMediaApplicationsCommand({ NextToken }));
          return { items: answer.SipMediaApplications, next: answer.NextToken };
        },
        async (each) =>
          each.Name === Name && each.AwsRegion === AwsRegion && isMadeFor(client, each.SipMediaApplicationArn, owner),
      );
      return found && madeOf(found).physicalResourceId;
    },
    async create(asked) {
      const { Name, AwsRegion, LambdaArn } = asked.properties;
      const { SipMediaApplication: made } = await client.send(
        new CreateSipMediaApplicationCommand({ Name, AwsRegion, Endpoints: [{ LambdaArn }], Tags: tagsFor(asked) }),
      );
      return madeOf(made);
    },
    async mustReplace(id, { properties }) {
      return (await get(id))?.AwsRegion !== properties.AwsRegion;
    },
    async update(id, asked) {
      const { Name, LambdaArn } = asked.properties;
      const SipMediaApplicationId = idIn(ids, id);
      const { SipMediaApplication: updated } = await client.send(
        new UpdateSipMediaApplicationCommand({ SipMediaApplicationId, Name, Endpoints: [{ LambdaArn }] }),
      );
      const made = madeOf(updated);
      await retag(client, made.data['SipMediaApplicationArn'] ?? '', asked);
      return made;
    },
    async remove(id) {
      const SipMediaApplicationId = ids.read(id);
      if (SipMediaApplicationId === undefined) return true;
      try {
        await unlessNotFound(client.send(new DeleteSipMediaApplicationCommand({ SipMediaApplicationId })));
        return true;
      } catch (error) {
        if (!isServiceError(error, 'ConflictException')) throw error;
        await refuseIfRuleNames(client, SipMediaApplicationId);
        // The rule is gone, but the service has not heard of it everywhere.
        return false;
      }
    },
  };
}

async function refuseIfRuleNames(client: ChimeSDKVoiceClient, SipMediaApplicationId: string): Promise<void> {
  const rule = await firstOf(
    async (NextToken) => {
      const answer = await client.send(new ListSipRulesCommand({ SipMediaApplicationId, NextToken }));
      return { items: answer.SipRules, next: answer.NextToken };
    },
    () => true,
  );
  if (rule !== undefined)
    throw new Error(`SIP rule ${rule.SipRuleId} still sends calls to it: delete that rule, or give it another target`);
}

function madeOf(application: SipMediaApplication | undefined): Made {
  const SipMediaApplicationId = present(application?.SipMediaApplicationId, 'SipMediaApplicationId');
  const SipMediaApplicationArn = present(application?.SipMediaApplicationArn, 'SipMediaApplicationArn');
  return {
    physicalResourceId: ids.write(SipMediaApplicationId),
    data: { SipMediaApplicationId, SipMediaApplicationArn },
  };
}
