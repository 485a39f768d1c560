import {
  AssociatePhoneNumbersWithVoiceConnectorCommand,
  BadRequestException,
  ConflictException,
  CreateVoiceConnectorCommand,
  CreateVoiceConnectorGroupCommand,
  DeleteVoiceConnectorCommand,
  DisassociatePhoneNumbersFromVoiceConnectorCommand,
  GetVoiceConnectorCommand,
  ListAvailableVoiceConnectorRegionsCommand,
  ListVoiceConnectorsCommand,
  NotFoundException,
  PutVoiceConnectorOriginationCommand,
  UpdateVoiceConnectorCommand,
  type CreateVoiceConnectorCommandInput,
} from '@aws-sdk/client-chime-sdk-voice';
import { VoiceApiUnderTest } from './voice-api-fixture.ts';

let under: VoiceApiUnderTest;
beforeEach(async () => {
  under = await VoiceApiUnderTest.start();
});
afterEach(() => under.close());

const associate = (VoiceConnectorId: string, E164PhoneNumbers: string[], ForceAssociate?: boolean) =>
  under.send(
    new AssociatePhoneNumbersWithVoiceConnectorCommand({ VoiceConnectorId, E164PhoneNumbers, ForceAssociate }),
  );

const ringing = (VoiceConnectorId: string): readonly string[] =>
  under.registry.numbersOf('VoiceConnectorId', VoiceConnectorId).map(({ E164PhoneNumber }) => E164PhoneNumber);

describe('Voice Connectors over the API', () => {
  it('are created, got, listed, updated and deleted', async () => {
    const { VoiceConnector: made } = await under.send(
      new CreateVoiceConnectorCommand({ Name: 'office', RequireEncryption: true, AwsRegion: 'eu-central-1' }),
    );
    const VoiceConnectorId = made!.VoiceConnectorId!;
    const { VoiceConnector: updated } = await under.send(
      new UpdateVoiceConnectorCommand({ VoiceConnectorId, Name: 'new name', RequireEncryption: false }),
    );
    const { VoiceConnector: got } = await under.send(new GetVoiceConnectorCommand({ VoiceConnectorId }));
    const { VoiceConnectors: listed } = await under.send(new ListVoiceConnectorsCommand({}));
    await under.send(new DeleteVoiceConnectorCommand({ VoiceConnectorId }));

    const at = new Date('2026-11-18T15:00:00Z');
    expect(VoiceConnectorId).toMatch(/^[a-z0-9]{22}$/);
    expect(made).toEqual({
      VoiceConnectorId,
      VoiceConnectorArn: `arn:aws:chime:eu-central-1:111122223333:vc/${VoiceConnectorId}`,
      AwsRegion: 'eu-central-1',
      Name: 'office',
      OutboundHostName: `${VoiceConnectorId}.voiceconnector.chime.aws`,
      RequireEncryption: true,
      NetworkType: 'IPV4_ONLY',
      CreatedTimestamp: at,
      UpdatedTimestamp: at,
    });
    expect(updated).toEqual({ ...made, Name: 'new name', RequireEncryption: false });
    expect(got).toEqual(updated);
    expect(listed).toEqual([updated]);
    await expect(under.send(new GetVoiceConnectorCommand({ VoiceConnectorId }))).rejects.toThrow(NotFoundException);
  });

  it('are in us-east-1 where nobody says where, and may be in ten Regions', async () => {
    const { AwsRegion } = await under.createConnector();
    const { VoiceConnectorRegions } = await under.send(new ListAvailableVoiceConnectorRegionsCommand({}));

    expect(AwsRegion).toBe('us-east-1');
    expect(VoiceConnectorRegions).toHaveLength(10);
  });

  it.each<{ case: string; over: Partial<CreateVoiceConnectorCommandInput>; says: string }>([
    { case: 'no name', over: { Name: undefined }, says: 'Name' },
    { case: 'a name with a forbidden character', over: { Name: 'a/b' }, says: 'Name' },
    { case: 'nothing said of encryption', over: { RequireEncryption: undefined }, says: 'RequireEncryption' },
    { case: 'a Region that has none', over: { AwsRegion: 'sa-east-1' as 'us-east-1' }, says: 'AwsRegion' },
    { case: 'an unknown network', over: { NetworkType: 'TOKEN_RING' as 'IPV4_ONLY' }, says: 'NetworkType' },
    { case: 'no tag in its tags', over: { Tags: [] }, says: 'Tags' },
  ])('are refused with $case', async ({ over, says }) => {
    const creating = under.send(new CreateVoiceConnectorCommand({ Name: 'a', RequireEncryption: false, ...over }));

    await expect(creating).rejects.toThrow(BadRequestException);
    await expect(creating).rejects.toThrow(says);
  });

  it('cannot require encryption while a route goes over UDP', async () => {
    const { VoiceConnectorId } = await under.createConnector();
    await under.send(
      new PutVoiceConnectorOriginationCommand({
        VoiceConnectorId,
        Origination: { Routes: [{ Host: '127.0.0.1', Protocol: 'UDP' }] },
      }),
    );

    await expect(
      under.send(new UpdateVoiceConnectorCommand({ VoiceConnectorId, Name: 'office', RequireEncryption: true })),
    ).rejects.toThrow(BadRequestException);
  });

  it('ring for the numbers associated with them', async () => {
    const VoiceConnectorId = (await under.createConnector()).VoiceConnectorId!;
    const number = await under.orderNumber('+12065550100', 'VoiceConnector');

    const { PhoneNumberErrors } = await associate(VoiceConnectorId, [number]);
    const associated = ringing(VoiceConnectorId);
    const disassociate = new DisassociatePhoneNumbersFromVoiceConnectorCommand({
      VoiceConnectorId,
      E164PhoneNumbers: [number],
    });
    const first = await under.send(disassociate);
    const second = await under.send(disassociate);

    expect(PhoneNumberErrors).toEqual([]);
    expect(associated).toEqual([number]);
    expect(first.PhoneNumberErrors).toEqual([]);
    expect(ringing(VoiceConnectorId)).toEqual([]);
    expect(second.PhoneNumberErrors).toMatchObject([{ PhoneNumberId: number, ErrorCode: 'BadRequest' }]);
  });

  it('do not ring for numbers that are not theirs to have', async () => {
    const VoiceConnectorId = (await under.createConnector()).VoiceConnectorId!;
    const dialIn = await under.orderNumber('+12065550100');

    const { PhoneNumberErrors } = await associate(VoiceConnectorId, [dialIn, '+12065550155']);

    expect(PhoneNumberErrors).toMatchObject([
      { PhoneNumberId: dialIn, ErrorCode: 'BadRequest' },
      { PhoneNumberId: '+12065550155', ErrorCode: 'NotFound' },
    ]);
  });

  it('take a number from another only by force', async () => {
    const one = (await under.createConnector('one')).VoiceConnectorId!;
    const other = (await under.createConnector('other')).VoiceConnectorId!;
    const number = await under.orderNumber('+12065550100', 'VoiceConnector');
    await associate(one, [number]);

    const gently = await associate(other, [number]);
    const stillOne = ringing(one);
    await associate(other, [number], true);

    expect(gently.PhoneNumberErrors).toMatchObject([{ ErrorCode: 'PhoneNumberAssociationsExist' }]);
    expect(stillOne).toEqual([number]);
    expect(ringing(one)).toEqual([]);
    expect(ringing(other)).toEqual([number]);
  });

  it('are not deleted while numbers ring them', async () => {
    const VoiceConnectorId = (await under.createConnector()).VoiceConnectorId!;
    await associate(VoiceConnectorId, [await under.orderNumber('+12065550100', 'VoiceConnector')]);

    const deleting = under.send(new DeleteVoiceConnectorCommand({ VoiceConnectorId }));

    await expect(deleting).rejects.toThrow(ConflictException);
    await expect(deleting).rejects.toMatchObject({ Code: 'PhoneNumberAssociationsExist' });
  });

  it('are not deleted while they are in a group', async () => {
    const VoiceConnectorId = (await under.createConnector()).VoiceConnectorId!;
    await under.send(
      new CreateVoiceConnectorGroupCommand({ Name: 'all', VoiceConnectorItems: [{ VoiceConnectorId, Priority: 1 }] }),
    );

    const deleting = under.send(new DeleteVoiceConnectorCommand({ VoiceConnectorId }));

    await expect(deleting).rejects.toThrow(ConflictException);
    await expect(deleting).rejects.toMatchObject({ Code: 'VoiceConnectorGroupAssociationsExist' });
  });
});
