import {
  BadRequestException,
  CreateSipMediaApplicationCommand,
  CreateVoiceConnectorCommand,
  DeleteSipMediaApplicationCommand,
  ListTagsForResourceCommand,
  NotFoundException,
  ResourceLimitExceededException,
  TagResourceCommand,
  UntagResourceCommand,
  type Tag,
} from '@aws-sdk/client-chime-sdk-voice';
import { functionArn, VoiceApiUnderTest } from './voice-api-fixture.ts';

let under: VoiceApiUnderTest;
let ResourceARN: string;
let applicationId: string;
beforeEach(async () => {
  under = await VoiceApiUnderTest.start();
  const { SipMediaApplication } = await under.send(
    new CreateSipMediaApplicationCommand({
      Name: 'main',
      AwsRegion: 'us-east-1',
      Endpoints: [{ LambdaArn: functionArn }],
      Tags: [{ Key: 'stage', Value: 'test' }],
    }),
  );
  ResourceARN = SipMediaApplication!.SipMediaApplicationArn!;
  applicationId = SipMediaApplication!.SipMediaApplicationId!;
});
afterEach(() => under.close());

const list = async (): Promise<Tag[] | undefined> =>
  (await under.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags;
const tag = (...Tags: Tag[]) => under.send(new TagResourceCommand({ ResourceARN, Tags }));

describe('tags over the API', () => {
  it('are given at creation, added, changed and removed', async () => {
    const atFirst = await list();
    await tag({ Key: 'team', Value: 'voice' }, { Key: 'stage', Value: 'live' });
    const then = await list();
    await under.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['stage', 'unknown'] }));

    expect(atFirst).toEqual([{ Key: 'stage', Value: 'test' }]);
    expect(then).toEqual([
      { Key: 'stage', Value: 'live' },
      { Key: 'team', Value: 'voice' },
    ]);
    expect(await list()).toEqual([{ Key: 'team', Value: 'voice' }]);
  });

  it('go with the resource', async () => {
    await under.send(new DeleteSipMediaApplicationCommand({ SipMediaApplicationId: applicationId }));

    await expect(list()).rejects.toThrow(NotFoundException);
    await expect(tag({ Key: 'a', Value: '' })).rejects.toThrow(NotFoundException);
    await expect(under.send(new UntagResourceCommand({ ResourceARN, TagKeys: ['a'] }))).rejects.toThrow(
      NotFoundException,
    );
    expect(under.registry.tags.size).toBe(0);
  });

  it('may be on Voice Connectors, too', async () => {
    const { VoiceConnector } = await under.send(
      new CreateVoiceConnectorCommand({ Name: 'a', RequireEncryption: false, Tags: [{ Key: 'k', Value: 'v' }] }),
    );
    ResourceARN = VoiceConnector!.VoiceConnectorArn!;

    expect(await list()).toEqual([{ Key: 'k', Value: 'v' }]);
  });

  it('are 50 at the most', async () => {
    const many = Array.from({ length: 49 }, (_, n) => ({ Key: `key-${n}`, Value: '' }));
    await tag(...many);

    await expect(tag({ Key: 'one more', Value: '' })).rejects.toThrow(ResourceLimitExceededException);
    expect(await list()).toHaveLength(50);
  });

  it.each<{ case: string; tags: Tag[] }>([
    { case: 'none', tags: [] },
    { case: 'an empty key', tags: [{ Key: '', Value: '' }] },
    { case: 'a value of 257 characters', tags: [{ Key: 'a', Value: 'a'.repeat(257) }] },
    {
      case: 'a key twice',
      tags: [
        { Key: 'a', Value: '1' },
        { Key: 'a', Value: '2' },
      ],
    },
  ])('are refused with $case', async ({ tags }) => {
    await expect(tag(...tags)).rejects.toThrow(BadRequestException);
  });
});
