import {
  AssociatePhoneNumbersWithVoiceConnectorGroupCommand,
  BadRequestException,
  ConflictException,
  CreateVoiceConnectorGroupCommand,
  DeleteVoiceConnectorGroupCommand,
  DisassociatePhoneNumbersFromVoiceConnectorGroupCommand,
  GetVoiceConnectorGroupCommand,
  ListVoiceConnectorGroupsCommand,
  NotFoundException,
  UpdateVoiceConnectorGroupCommand,
  type VoiceConnectorItem,
} from '@aws-sdk/client-chime-sdk-voice';
import { nobody, VoiceApiUnderTest } from './voice-api-fixture.ts';

let under: VoiceApiUnderTest;
let items: VoiceConnectorItem[];
beforeEach(async () => {
  under = await VoiceApiUnderTest.start();
  items = [];
  for (const Priority of [1, 2, 3, 4])
    items.push({ VoiceConnectorId: (await under.createConnector(`office ${Priority}`)).VoiceConnectorId, Priority });
});
afterEach(() => under.close());

const create = async (VoiceConnectorItems: VoiceConnectorItem[] = []): Promise<string> => {
  const { VoiceConnectorGroup } = await under.send(
    new CreateVoiceConnectorGroupCommand({ Name: 'all', VoiceConnectorItems }),
  );
  return VoiceConnectorGroup!.VoiceConnectorGroupId!;
};

describe('Voice Connector groups over the API', () => {
  it('are created, got, listed, updated and deleted', async () => {
    const VoiceConnectorItems = items.slice(0, 3);
    const { VoiceConnectorGroup: made } = await under.send(
      new CreateVoiceConnectorGroupCommand({ Name: 'all', VoiceConnectorItems }),
    );
    const VoiceConnectorGroupId = made!.VoiceConnectorGroupId!;
    const { VoiceConnectorGroup: updated } = await under.send(
      new UpdateVoiceConnectorGroupCommand({
        VoiceConnectorGroupId,
        Name: 'new name',
        VoiceConnectorItems: [],
        CallDistributionType: 'LoadBalancedDistribution',
      }),
    );
    const { VoiceConnectorGroup: got } = await under.send(new GetVoiceConnectorGroupCommand({ VoiceConnectorGroupId }));
    const { VoiceConnectorGroups: listed } = await under.send(new ListVoiceConnectorGroupsCommand({}));
    await under.send(new DeleteVoiceConnectorGroupCommand({ VoiceConnectorGroupId }));

    const at = new Date('2026-11-18T15:00:00Z');
    expect(made).toEqual({
      VoiceConnectorGroupId,
      VoiceConnectorGroupArn: `arn:aws:chime:us-east-1:111122223333:vcg/${VoiceConnectorGroupId}`,
      Name: 'all',
      VoiceConnectorItems,
      CallDistributionType: 'PriorityWeightedDistribution',
      CreatedTimestamp: at,
      UpdatedTimestamp: at,
    });
    expect(updated).toEqual({
      ...made,
      Name: 'new name',
      VoiceConnectorItems: [],
      CallDistributionType: 'LoadBalancedDistribution',
    });
    expect(got).toEqual(updated);
    expect(listed).toEqual([updated]);
    await expect(under.send(new GetVoiceConnectorGroupCommand({ VoiceConnectorGroupId }))).rejects.toThrow(
      NotFoundException,
    );
  });

  it('have three Voice Connectors at the most, each once, with priorities from 1 to 99', async () => {
    const [first] = items;

    await expect(create(items)).rejects.toThrow(BadRequestException);
    await expect(create([first!, first!])).rejects.toThrow(BadRequestException);
    await expect(create([{ ...first!, Priority: 100 }])).rejects.toThrow(BadRequestException);
    await expect(create([{ VoiceConnectorId: nobody, Priority: 1 }])).rejects.toThrow(NotFoundException);
    expect(under.registry.voiceConnectorGroups.size).toBe(0);
  });

  it('are not updated to Voice Connectors that there are not', async () => {
    const VoiceConnectorGroupId = await create();
    const update = (id: string) =>
      under.send(
        new UpdateVoiceConnectorGroupCommand({
          VoiceConnectorGroupId: id,
          Name: 'all',
          VoiceConnectorItems: [{ VoiceConnectorId: nobody, Priority: 1 }],
        }),
      );

    await expect(update(VoiceConnectorGroupId)).rejects.toThrow('VoiceConnectorItems.0');
    await expect(update(nobody)).rejects.toThrow('VoiceConnectorGroupId');
  });

  it('are not deleted while they have Voice Connectors', async () => {
    const VoiceConnectorGroupId = await create(items.slice(0, 1));

    await expect(under.send(new DeleteVoiceConnectorGroupCommand({ VoiceConnectorGroupId }))).rejects.toThrow(
      ConflictException,
    );
  });

  it('ring for the numbers associated with them, and are not deleted meanwhile', async () => {
    const VoiceConnectorGroupId = await create();
    const E164PhoneNumbers = [await under.orderNumber('+12065550100', 'VoiceConnector')];
    const numbers = { VoiceConnectorGroupId, E164PhoneNumbers };

    const associated = await under.send(new AssociatePhoneNumbersWithVoiceConnectorGroupCommand(numbers));
    const ringing = under.registry.numbersOf('VoiceConnectorGroupId', VoiceConnectorGroupId);
    const deleting = under.send(new DeleteVoiceConnectorGroupCommand({ VoiceConnectorGroupId }));

    expect(associated.PhoneNumberErrors).toEqual([]);
    expect(ringing).toMatchObject([{ E164PhoneNumber: '+12065550100', Status: 'Assigned' }]);
    await expect(deleting).rejects.toMatchObject({ Code: 'PhoneNumberAssociationsExist' });
    const freed = await under.send(new DisassociatePhoneNumbersFromVoiceConnectorGroupCommand(numbers));
    expect(freed.PhoneNumberErrors).toEqual([]);
    await under.send(new DeleteVoiceConnectorGroupCommand({ VoiceConnectorGroupId }));
  });

  it('that the account does not have are not found', async () => {
    const numbers = { VoiceConnectorGroupId: nobody, E164PhoneNumbers: ['+12065550100'] };

    for (const command of [
      new AssociatePhoneNumbersWithVoiceConnectorGroupCommand(numbers),
      new DisassociatePhoneNumbersFromVoiceConnectorGroupCommand(numbers),
      new DeleteVoiceConnectorGroupCommand(numbers),
    ])
      await expect(under.send(command as DeleteVoiceConnectorGroupCommand)).rejects.toThrow(NotFoundException);
  });
});
