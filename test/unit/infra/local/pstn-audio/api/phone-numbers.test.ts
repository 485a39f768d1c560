import {
  AssociatePhoneNumbersWithVoiceConnectorCommand,
  BadRequestException,
  BatchDeletePhoneNumberCommand,
  BatchUpdatePhoneNumberCommand,
  ConflictException,
  DeletePhoneNumberCommand,
  GetGlobalSettingsCommand,
  GetPhoneNumberCommand,
  GetPhoneNumberSettingsCommand,
  ListPhoneNumbersCommand,
  NotFoundException,
  RestorePhoneNumberCommand,
  UpdateGlobalSettingsCommand,
  UpdatePhoneNumberCommand,
  UpdatePhoneNumberSettingsCommand,
  type ListPhoneNumbersCommandInput,
} from '@aws-sdk/client-chime-sdk-voice';
import { VoiceApiUnderTest } from './voice-api-fixture.ts';

let under: VoiceApiUnderTest;
let number: string;
beforeEach(async () => {
  under = await VoiceApiUnderTest.start();
  number = await under.orderNumber('+12065550100');
});
afterEach(() => under.close());

const sevenDaysMs = 7 * 24 * 60 * 60 * 1000;
const stranger = '+12065550155';

describe('phone numbers over the API', () => {
  it('are found by their number, and by it with "%2B" for "+"', async () => {
    const { PhoneNumber: plain } = await under.send(new GetPhoneNumberCommand({ PhoneNumberId: number }));
    const { PhoneNumber: escaped } = await under.send(new GetPhoneNumberCommand({ PhoneNumberId: '%2B12065550100' }));

    expect(plain).toMatchObject({ E164PhoneNumber: number });
    expect(escaped).toEqual(plain);
    await expect(under.send(new GetPhoneNumberCommand({ PhoneNumberId: stranger }))).rejects.toThrow(NotFoundException);
  });

  it('are listed by status, product and what they ring', async () => {
    const trunk = await under.orderNumber('+12065550101', 'VoiceConnector');
    const { VoiceConnectorId } = await under.createConnector();
    await under.send(
      new AssociatePhoneNumbersWithVoiceConnectorCommand({ VoiceConnectorId, E164PhoneNumbers: [trunk] }),
    );
    const list = async (request: ListPhoneNumbersCommandInput): Promise<unknown[]> => {
      const { PhoneNumbers } = await under.send(new ListPhoneNumbersCommand(request));
      return PhoneNumbers!.map(({ E164PhoneNumber }) => E164PhoneNumber);
    };

    expect(await list({})).toEqual([number, trunk]);
    expect(await list({ Status: 'Assigned' })).toEqual([trunk]);
    expect(await list({ ProductType: 'SipMediaApplicationDialIn' })).toEqual([number]);
    expect(await list({ FilterName: 'VoiceConnectorId', FilterValue: VoiceConnectorId })).toEqual([trunk]);
    expect(await list({ FilterName: 'SipRuleId', FilterValue: VoiceConnectorId })).toEqual([]);
    await expect(list({ FilterName: 'SipRuleId' })).rejects.toThrow(BadRequestException);
  });

  it('are updated one thing at a time', async () => {
    const update = (change: object): Promise<unknown> =>
      under.send(new UpdatePhoneNumberCommand({ PhoneNumberId: number, ...change }));

    await update({ ProductType: 'VoiceConnector' });
    await update({ CallingName: 'Example Bank' });
    await update({ Name: 'Main line' });

    expect(under.registry.phoneNumbers.get(number)).toMatchObject({
      ProductType: 'VoiceConnector',
      CallingName: 'Example Bank',
      CallingNameStatus: 'UpdateSucceeded',
      Name: 'Main line',
    });
    await expect(update({})).rejects.toThrow(BadRequestException);
    await expect(update({ CallingName: 'Bank', Name: 'Main' })).rejects.toThrow(BadRequestException);
    await expect(update({ CallingName: 'sixteen letters!' })).rejects.toThrow(BadRequestException);
  });

  it('keep their product type while they are assigned', async () => {
    await under.send(new UpdatePhoneNumberCommand({ PhoneNumberId: number, ProductType: 'VoiceConnector' }));
    const { VoiceConnectorId } = await under.createConnector();
    await under.send(
      new AssociatePhoneNumbersWithVoiceConnectorCommand({ VoiceConnectorId, E164PhoneNumbers: [number] }),
    );

    await expect(
      under.send(new UpdatePhoneNumberCommand({ PhoneNumberId: number, ProductType: 'SipMediaApplicationDialIn' })),
    ).rejects.toThrow(ConflictException);
    await expect(under.send(new DeletePhoneNumberCommand({ PhoneNumberId: number }))).rejects.toMatchObject({
      name: 'BadRequestException',
      Code: 'PhoneNumberAssociationsExist',
    });
  });

  it('are in the deletion queue for 7 days, then gone', async () => {
    await under.send(new DeletePhoneNumberCommand({ PhoneNumberId: number }));
    const { PhoneNumber } = await under.send(new GetPhoneNumberCommand({ PhoneNumberId: number }));
    await under.timers.advanceBy(sevenDaysMs - 1);
    const stillThere = under.registry.phoneNumbers.has(number);
    await under.timers.advanceBy(1);

    expect(PhoneNumber).toMatchObject({
      Status: 'ReleaseInProgress',
      DeletionTimestamp: new Date('2026-11-25T15:00:00Z'),
    });
    expect(stillThere).toBe(true);
    await expect(under.send(new GetPhoneNumberCommand({ PhoneNumberId: number }))).rejects.toThrow(NotFoundException);
  });

  it('come back from the deletion queue', async () => {
    const restore = new RestorePhoneNumberCommand({ PhoneNumberId: number });
    await under.send(new DeletePhoneNumberCommand({ PhoneNumberId: number }));
    await under.send(new DeletePhoneNumberCommand({ PhoneNumberId: number }));

    const { PhoneNumber } = await under.send(restore);
    await under.timers.advanceBy(sevenDaysMs);

    expect(PhoneNumber).toMatchObject({ Status: 'Unassigned' });
    expect(PhoneNumber).not.toHaveProperty('DeletionTimestamp');
    expect(under.registry.phoneNumbers.has(number)).toBe(true);
    await expect(under.send(restore)).rejects.toThrow(BadRequestException);
  });

  it('are updated and deleted many at a time, but for those that cannot be', async () => {
    const updated = await under.send(
      new BatchUpdatePhoneNumberCommand({
        UpdatePhoneNumberRequestItems: [
          { PhoneNumberId: number, Name: 'Main line' },
          { PhoneNumberId: stranger, Name: 'Not ours' },
        ],
      }),
    );
    const name = under.registry.phoneNumbers.get(number)?.Name;
    const deleted = await under.send(new BatchDeletePhoneNumberCommand({ PhoneNumberIds: [stranger, number] }));

    const notFound = [{ PhoneNumberId: stranger, ErrorCode: 'NotFound', ErrorMessage: expect.any(String) }];
    expect(updated.PhoneNumberErrors).toEqual(notFound);
    expect(name).toBe('Main line');
    expect(deleted.PhoneNumberErrors).toEqual(notFound);
    expect(under.registry.phoneNumbers.get(number)?.Status).toBe('ReleaseInProgress');
  });

  it('are not named twice in a batch', async () => {
    const item = { PhoneNumberId: number, Name: 'Main line' };

    await expect(
      under.send(new BatchUpdatePhoneNumberCommand({ UpdatePhoneNumberRequestItems: [item, item] })),
    ).rejects.toThrow(BadRequestException);
  });

  it('have a calling name by default, which the account sets', async () => {
    const before = await under.send(new GetPhoneNumberSettingsCommand({}));
    await under.send(new UpdatePhoneNumberSettingsCommand({ CallingName: 'Example Bank' }));

    expect(before.CallingName).toBeUndefined();
    await expect(under.send(new GetPhoneNumberSettingsCommand({}))).resolves.toMatchObject({
      CallingName: 'Example Bank',
      CallingNameUpdatedTimestamp: new Date('2026-11-18T15:00:00Z'),
    });
    await expect(under.send(new UpdatePhoneNumberSettingsCommand({ CallingName: '!' }))).rejects.toThrow(
      BadRequestException,
    );
  });

  it('come with settings of the account, which are kept', async () => {
    await under.send(new UpdateGlobalSettingsCommand({ VoiceConnector: { CdrBucket: 'records' } }));

    await expect(under.send(new GetGlobalSettingsCommand({}))).resolves.toMatchObject({
      VoiceConnector: { CdrBucket: 'records' },
    });
  });
});
