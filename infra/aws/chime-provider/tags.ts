import {
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  type ChimeSDKVoiceClient,
  type Tag,
} from '@aws-sdk/client-chime-sdk-voice';
import type { Asked } from './resource.ts';

/** The tag that says for which resource of which stack an object was made. */
const ownerKey = 'made-for';

interface Tagged {
  readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
}

export function tagsFor({ properties, owner }: Asked<Tagged>): Tag[] {
  return [...properties.Tags, { Key: ownerKey, Value: owner }];
}

/** Whether an object was made for this resource. */
export async function isMadeFor(client: ChimeSDKVoiceClient, arn: string | undefined, owner: string): Promise<boolean> {
  const { Tags = [] } = await client.send(new ListTagsForResourceCommand({ ResourceARN: arn }));
  return Tags.some(({ Key, Value }) => Key === ownerKey && Value === owner);
}

/** Tags that the template does not have and never had stay: somebody else put them there. */
export async function retag(client: ChimeSDKVoiceClient, arn: string, asked: Asked<Tagged>): Promise<void> {
  const wanted = tagsFor(asked);
  await client.send(new TagResourceCommand({ ResourceARN: arn, Tags: wanted }));
  const dropped = asked.earlierTagKeys.filter((key) => wanted.every(({ Key }) => Key !== key));
  if (dropped.length > 0) await client.send(new UntagResourceCommand({ ResourceARN: arn, TagKeys: dropped }));
}
