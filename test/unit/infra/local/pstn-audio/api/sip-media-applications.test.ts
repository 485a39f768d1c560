import {
  BadRequestException,
  ConflictException,
  CreateSipMediaApplicationCommand,
  CreateSipRuleCommand,
  DeleteSipMediaApplicationCommand,
  GetSipMediaApplicationAlexaSkillConfigurationCommand,
  GetSipMediaApplicationCommand,
  GetSipMediaApplicationLoggingConfigurationCommand,
  ListSipMediaApplicationsCommand,
  NotFoundException,
  PutSipMediaApplicationAlexaSkillConfigurationCommand,
  PutSipMediaApplicationLoggingConfigurationCommand,
  UpdateSipMediaApplicationCommand,
  type CreateSipMediaApplicationCommandInput,
} from '@aws-sdk/client-chime-sdk-voice';
import { functionArn, nobody, VoiceApiUnderTest } from './voice-api-fixture.ts';

let under: VoiceApiUnderTest;
beforeEach(async () => {
  under = await VoiceApiUnderTest.start();
});
afterEach(() => under.close());

const request: CreateSipMediaApplicationCommandInput = {
  Name: 'main',
  AwsRegion: 'us-east-1',
  Endpoints: [{ LambdaArn: functionArn }],
};

describe('SIP media applications over the API', () => {
  it('are created, got, listed, updated and deleted', async () => {
    const { SipMediaApplication: made } = await under.send(new CreateSipMediaApplicationCommand(request));
    const SipMediaApplicationId = made!.SipMediaApplicationId!;
    await under.timers.advanceBy(60_000);
    const { SipMediaApplication: updated } = await under.send(
      new UpdateSipMediaApplicationCommand({ SipMediaApplicationId, Name: 'new name' }),
    );
    const { SipMediaApplication: got } = await under.send(new GetSipMediaApplicationCommand({ SipMediaApplicationId }));
    const { SipMediaApplications: listed } = await under.send(new ListSipMediaApplicationsCommand({}));
    await under.send(new DeleteSipMediaApplicationCommand({ SipMediaApplicationId }));

    expect(made).toEqual({
      ...request,
      SipMediaApplicationId,
      SipMediaApplicationArn: `arn:aws:chime:us-east-1:111122223333:sma/${SipMediaApplicationId}`,
      CreatedTimestamp: new Date('2026-11-18T15:00:00Z'),
      UpdatedTimestamp: new Date('2026-11-18T15:00:00Z'),
    });
    expect(updated).toEqual({ ...made, Name: 'new name', UpdatedTimestamp: new Date('2026-11-18T15:01:00Z') });
    expect(got).toEqual(updated);
    expect(listed).toEqual([updated]);
    expect(under.registry.sipMediaApplications.size).toBe(0);
    await expect(under.send(new GetSipMediaApplicationCommand({ SipMediaApplicationId }))).rejects.toThrow(
      NotFoundException,
    );
  });

  it.each<{ case: string; over: Partial<CreateSipMediaApplicationCommandInput>; says: string }>([
    { case: 'no name', over: { Name: undefined }, says: 'Name' },
    { case: 'a name of 257 characters', over: { Name: 'a'.repeat(257) }, says: 'Name' },
    { case: 'a name with a forbidden character', over: { Name: 'a/b' }, says: 'Name' },
    { case: 'a Region without PSTN Audio', over: { AwsRegion: 'mars-north-1' }, says: 'AwsRegion' },
    { case: 'no endpoint', over: { Endpoints: [] }, says: 'Endpoints' },
    {
      case: 'two endpoints',
      over: { Endpoints: [{ LambdaArn: functionArn }, { LambdaArn: functionArn }] },
      says: 'Endpoints',
    },
    {
      case: 'an endpoint that is no function',
      over: { Endpoints: [{ LambdaArn: 'arn:aws:s3:::x' }] },
      says: 'LambdaArn',
    },
    { case: 'a function in another Region', over: { AwsRegion: 'us-west-2' }, says: 'us-west-2' },
  ])('are refused with $case', async ({ over, says }) => {
    const creating = under.send(new CreateSipMediaApplicationCommand({ ...request, ...over }));

    await expect(creating).rejects.toThrow(BadRequestException);
    await expect(creating).rejects.toMatchObject({ Code: 'BadRequest', message: expect.stringContaining(says) });
    expect(under.registry.sipMediaApplications.size).toBe(0);
  });

  it('cannot be moved to a function in another Region', async () => {
    const SipMediaApplicationId = await under.createApplication();
    const Endpoints = [{ LambdaArn: functionArn.replace('us-east-1', 'eu-west-1') }];

    await expect(
      under.send(new UpdateSipMediaApplicationCommand({ SipMediaApplicationId, Endpoints })),
    ).rejects.toThrow(BadRequestException);
  });

  it('are not deleted while a SIP rule sends calls to them', async () => {
    const SipMediaApplicationId = await under.createApplication();
    const TriggerValue = await under.orderNumber('+12065550100');
    await under.send(
      new CreateSipRuleCommand({
        Name: 'main',
        TriggerType: 'ToPhoneNumber',
        TriggerValue,
        TargetApplications: [{ SipMediaApplicationId, Priority: 1, AwsRegion: 'us-east-1' }],
      }),
    );

    await expect(under.send(new DeleteSipMediaApplicationCommand({ SipMediaApplicationId }))).rejects.toThrow(
      ConflictException,
    );
  });

  it('keep their logging configuration, which is off at first', async () => {
    const SipMediaApplicationId = await under.createApplication();
    const get = new GetSipMediaApplicationLoggingConfigurationCommand({ SipMediaApplicationId });
    const SipMediaApplicationLoggingConfiguration = { EnableSipMediaApplicationMessageLogs: true };

    const before = await under.send(get);
    const put = await under.send(
      new PutSipMediaApplicationLoggingConfigurationCommand({
        SipMediaApplicationId,
        SipMediaApplicationLoggingConfiguration,
      }),
    );
    const after = await under.send(get);
    const { SipMediaApplication } = await under.send(new GetSipMediaApplicationCommand({ SipMediaApplicationId }));

    expect(before).toMatchObject({
      SipMediaApplicationLoggingConfiguration: { EnableSipMediaApplicationMessageLogs: false },
    });
    expect(put).toMatchObject({ SipMediaApplicationLoggingConfiguration });
    expect(after).toMatchObject({ SipMediaApplicationLoggingConfiguration });
    expect(SipMediaApplication).not.toHaveProperty('LoggingConfiguration');
  });

  it('keep an Alexa skill configuration of one client id', async () => {
    const SipMediaApplicationId = await under.createApplication();
    const AlexaSkillIds = [`amzn1.application-oa2-client.${'0a'.repeat(16)}`];
    const configuration = { AlexaSkillStatus: 'ACTIVE' as const, AlexaSkillIds };
    const put = (ids: string[]): Promise<unknown> =>
      under.send(
        new PutSipMediaApplicationAlexaSkillConfigurationCommand({
          SipMediaApplicationId,
          SipMediaApplicationAlexaSkillConfiguration: { ...configuration, AlexaSkillIds: ids },
        }),
      );

    await put(AlexaSkillIds);

    await expect(
      under.send(new GetSipMediaApplicationAlexaSkillConfigurationCommand({ SipMediaApplicationId })),
    ).resolves.toMatchObject({ SipMediaApplicationAlexaSkillConfiguration: configuration });
    await expect(put(['amzn1.application-oa2-client.db792233'])).rejects.toThrow(BadRequestException);
    await expect(put([...AlexaSkillIds, ...AlexaSkillIds])).rejects.toThrow(BadRequestException);
  });

  it.each([
    new UpdateSipMediaApplicationCommand({ SipMediaApplicationId: nobody }),
    new DeleteSipMediaApplicationCommand({ SipMediaApplicationId: nobody }),
    new GetSipMediaApplicationLoggingConfigurationCommand({ SipMediaApplicationId: nobody }),
    new GetSipMediaApplicationAlexaSkillConfigurationCommand({ SipMediaApplicationId: nobody }),
    new PutSipMediaApplicationLoggingConfigurationCommand({ SipMediaApplicationId: nobody }),
  ])('that the account does not have are not found ($constructor.name)', async (command) => {
    await expect(under.send(command)).rejects.toThrow(NotFoundException);
  });
});
