import {
  BadRequestException,
  ConflictException,
  CreateSipRuleCommand,
  DeleteSipRuleCommand,
  GetPhoneNumberCommand,
  GetSipRuleCommand,
  ListSipRulesCommand,
  NotFoundException,
  UpdateSipRuleCommand,
  type CreateSipRuleCommandInput,
} from '@aws-sdk/client-chime-sdk-voice';
import { nobody, VoiceApiUnderTest } from './voice-api-fixture.ts';

let under: VoiceApiUnderTest;
let applicationId: string;
let westId: string;
let request: CreateSipRuleCommandInput;
beforeEach(async () => {
  under = await VoiceApiUnderTest.start();
  applicationId = await under.createApplication();
  westId = await under.createApplication('west', 'us-west-2');
  request = {
    Name: 'main',
    TriggerType: 'ToPhoneNumber',
    TriggerValue: await under.orderNumber('+12065550100'),
    TargetApplications: [
      { SipMediaApplicationId: westId, Priority: 2, AwsRegion: 'us-west-2' },
      { SipMediaApplicationId: applicationId, Priority: 1, AwsRegion: 'us-east-1' },
    ],
  };
});
afterEach(() => under.close());

const create = async (over: Partial<CreateSipRuleCommandInput> = {}): Promise<string> => {
  const { SipRule } = await under.send(new CreateSipRuleCommand({ ...request, ...over }));
  return SipRule!.SipRuleId!;
};

describe('SIP rules over the API', () => {
  it('are created, got, listed, updated and deleted', async () => {
    const { SipRule: made } = await under.send(new CreateSipRuleCommand(request));
    const SipRuleId = made!.SipRuleId!;
    const TargetApplications = [{ SipMediaApplicationId: applicationId, Priority: 7, AwsRegion: 'us-east-1' }];
    const { SipRule: updated } = await under.send(
      new UpdateSipRuleCommand({ SipRuleId, Name: 'new name', Disabled: true, TargetApplications }),
    );
    const { SipRule: got } = await under.send(new GetSipRuleCommand({ SipRuleId }));
    const { SipRules: listed } = await under.send(new ListSipRulesCommand({}));
    await under.send(new DeleteSipRuleCommand({ SipRuleId }));

    const at = new Date('2026-11-18T15:00:00Z');
    expect(made).toEqual({ ...request, SipRuleId, Disabled: false, CreatedTimestamp: at, UpdatedTimestamp: at });
    expect(updated).toEqual({ ...made, Name: 'new name', Disabled: true, TargetApplications });
    expect(got).toEqual(updated);
    expect(listed).toEqual([updated]);
    expect(under.registry.sipRules.size).toBe(0);
    await expect(under.send(new GetSipRuleCommand({ SipRuleId }))).rejects.toThrow(NotFoundException);
  });

  it('keep what an update does not name', async () => {
    const SipRuleId = await create({ Disabled: true });

    const { SipRule } = await under.send(new UpdateSipRuleCommand({ SipRuleId, Name: 'new name' }));

    expect(SipRule).toMatchObject({ Disabled: true, TargetApplications: request.TargetApplications });
  });

  it('are found by the application that they send calls to', async () => {
    const SipRuleId = await create();
    await create({
      TriggerValue: await under.orderNumber('+12065550101'),
      TargetApplications: [{ SipMediaApplicationId: applicationId, Priority: 1, AwsRegion: 'us-east-1' }],
    });
    const rulesOf = async (SipMediaApplicationId: string): Promise<unknown[]> =>
      (await under.send(new ListSipRulesCommand({ SipMediaApplicationId }))).SipRules ?? [];

    expect(await rulesOf(westId)).toEqual([expect.objectContaining({ SipRuleId })]);
    expect(await rulesOf(applicationId)).toHaveLength(2);
    await expect(rulesOf(nobody)).rejects.toThrow(NotFoundException);
  });

  it('have their number assigned to them until they are deleted', async () => {
    const get = new GetPhoneNumberCommand({ PhoneNumberId: request.TriggerValue });
    const SipRuleId = await create({ Disabled: true });

    const { PhoneNumber: assigned } = await under.send(get);
    await under.send(new DeleteSipRuleCommand({ SipRuleId }));
    const { PhoneNumber: free } = await under.send(get);

    expect(assigned).toMatchObject({
      Status: 'Assigned',
      Associations: [{ Name: 'SipRuleId', Value: SipRuleId, AssociatedTimestamp: new Date('2026-11-18T15:00:00Z') }],
    });
    expect(free).toMatchObject({ Status: 'Unassigned', Associations: [] });
  });

  it('are not deleted while they are enabled', async () => {
    const SipRuleId = await create();

    await expect(under.send(new DeleteSipRuleCommand({ SipRuleId }))).rejects.toThrow(ConflictException);
    await expect(under.send(new GetSipRuleCommand({ SipRuleId }))).resolves.toBeDefined();
  });

  it('may be triggered by the outbound host name of a Voice Connector, whatever its case', async () => {
    const { OutboundHostName } = await under.createConnector();
    const byHost = { TriggerType: 'RequestUriHostname', TriggerValue: OutboundHostName!.toUpperCase() } as const;

    await create(byHost);

    await expect(create({ ...byHost, TriggerValue: OutboundHostName })).rejects.toThrow(ConflictException);
  });

  it('have a trigger of their own, enabled or not', async () => {
    await create({ Disabled: true });

    const twice = create({ Name: 'another' });

    await expect(twice).rejects.toThrow(ConflictException);
    await expect(twice).rejects.toMatchObject({ Code: 'Conflict', message: expect.not.stringContaining('+1206') });
  });

  it.each<{ case: string; over: () => Partial<CreateSipRuleCommandInput>; says: string }>([
    { case: 'no name', over: () => ({ Name: '' }), says: 'Name' },
    { case: 'an unknown trigger', over: () => ({ TriggerType: 'Moon' as 'ToPhoneNumber' }), says: 'TriggerType' },
    { case: 'a number without "+"', over: () => ({ TriggerValue: '12065550100' }), says: 'E.164' },
    { case: "somebody else's number", over: () => ({ TriggerValue: '+12065550199' }), says: 'inventory' },
    {
      case: "somebody else's host name",
      over: () => ({ TriggerType: 'RequestUriHostname', TriggerValue: 'sip.example.com' }),
      says: 'Voice Connector',
    },
    { case: 'no target', over: () => ({ TargetApplications: [] }), says: 'TargetApplications' },
    {
      case: '26 targets',
      over: () => ({ TargetApplications: Array.from({ length: 26 }, () => target()) }),
      says: 'TargetApplications',
    },
    {
      case: 'two targets in a Region',
      over: () => ({ TargetApplications: [target(), target()] }),
      says: 'one a Region',
    },
    {
      case: 'a target that there is not',
      over: () => ({ TargetApplications: [{ ...target(), SipMediaApplicationId: nobody }] }),
      says: 'TargetApplications.0.SipMediaApplicationId',
    },
    {
      case: 'a target said to be elsewhere',
      over: () => ({ TargetApplications: [{ ...target(), AwsRegion: 'eu-west-1' }] }),
      says: 'TargetApplications.0.AwsRegion',
    },
    {
      case: 'a priority of 0',
      over: () => ({ TargetApplications: [{ ...target(), Priority: 0 }] }),
      says: 'TargetApplications.0.Priority',
    },
  ])('are refused with $case', async ({ over, says }) => {
    const creating = create(over());

    await expect(creating).rejects.toThrow(BadRequestException);
    await expect(creating).rejects.toThrow(says);
    expect(under.registry.sipRules.size).toBe(0);
  });

  it('are refused with a number that is for Voice Connectors', async () => {
    const TriggerValue = await under.orderNumber('+12065550102', 'VoiceConnector');

    await expect(create({ TriggerValue })).rejects.toThrow('SipMediaApplicationDialIn');
  });

  it('are not updated to targets that there are not', async () => {
    const SipRuleId = await create();
    const TargetApplications = [{ ...target(), SipMediaApplicationId: nobody }];

    const updating = under.send(new UpdateSipRuleCommand({ SipRuleId, Name: 'main', TargetApplications }));

    await expect(updating).rejects.toThrow(BadRequestException);
    await expect(under.send(new UpdateSipRuleCommand({ SipRuleId: nobody, Name: 'main' }))).rejects.toThrow(
      NotFoundException,
    );
  });
});

function target(): { SipMediaApplicationId: string; Priority: number; AwsRegion: string } {
  return { SipMediaApplicationId: applicationId, Priority: 1, AwsRegion: 'us-east-1' };
}
