import {
  BadRequestException,
  CreatePhoneNumberOrderCommand,
  GetPhoneNumberCommand,
  GetPhoneNumberOrderCommand,
  ListPhoneNumberOrdersCommand,
  ListSupportedPhoneNumberCountriesCommand,
  NotFoundException,
  SearchAvailablePhoneNumbersCommand,
  type SearchAvailablePhoneNumbersCommandInput,
} from '@aws-sdk/client-chime-sdk-voice';
import { nobody, VoiceApiUnderTest } from './voice-api-fixture.ts';

let under: VoiceApiUnderTest;
beforeEach(async () => {
  under = await VoiceApiUnderTest.start();
});
afterEach(() => under.close());

const search = async (request: SearchAvailablePhoneNumbersCommandInput): Promise<readonly string[]> =>
  (await under.send(new SearchAvailablePhoneNumbersCommand(request))).E164PhoneNumbers ?? [];

describe('a search for phone numbers', () => {
  it.each<{ by: SearchAvailablePhoneNumbersCommandInput; first: string }>([
    { by: { AreaCode: '425' }, first: '+14255550100' },
    { by: { State: 'NY', City: 'Albany' }, first: '+12125550100' },
    { by: { TollFreePrefix: '844' }, first: '+18445550100' },
    { by: { PhoneNumberType: 'TollFree' }, first: '+18005550100' },
    { by: {}, first: '+12065550100' },
  ])('by $by finds fictional numbers', async ({ by, first }) => {
    const numbers = await search(by);

    expect(numbers).toHaveLength(100);
    expect(numbers[0]).toBe(first);
    expect(numbers.at(-1)).toBe(first.replace(/00$/, '99'));
  });

  it('leaves out what the account has', async () => {
    await under.orderNumber('+14255550100');

    expect(await search({ AreaCode: '425', MaxResults: 1 })).toEqual(['+14255550101']);
  });

  it('comes in pages', async () => {
    const first = await under.send(new SearchAvailablePhoneNumbersCommand({ AreaCode: '425', MaxResults: 60 }));
    const { NextToken } = first;
    const rest = await under.send(
      new SearchAvailablePhoneNumbersCommand({ AreaCode: '425', MaxResults: 60, NextToken }),
    );

    expect(new Set([...first.E164PhoneNumbers!, ...rest.E164PhoneNumbers!]).size).toBe(100);
    expect(rest.NextToken).toBeUndefined();
  });

  it('finds none outside the United States', async () => {
    expect(await search({ Country: 'DE' })).toEqual([]);
    await expect(
      under.send(new ListSupportedPhoneNumberCountriesCommand({ ProductType: 'VoiceConnector' })),
    ).resolves.toMatchObject({
      PhoneNumberCountries: [{ CountryCode: 'US', SupportedPhoneNumberTypes: ['Local', 'TollFree'] }],
    });
  });

  it.each<{ by: SearchAvailablePhoneNumbersCommandInput }>([
    { by: { AreaCode: '06' } },
    { by: { AreaCode: '425', TollFreePrefix: '800' } },
    { by: { TollFreePrefix: '900' } },
    { by: { State: 'Bavaria' } },
    { by: { Country: 'Germany' } },
    { by: { MaxResults: 501 } },
    { by: { MaxResults: 0 } },
    { by: { NextToken: 'invented' } },
  ])('by $by is refused', async ({ by }) => {
    await expect(search(by)).rejects.toThrow(BadRequestException);
  });
});

describe('an order of phone numbers', () => {
  it('is Processing, and Successful when it is looked at again', async () => {
    const { PhoneNumberOrder: placed } = await under.send(
      new CreatePhoneNumberOrderCommand({
        ProductType: 'SipMediaApplicationDialIn',
        E164PhoneNumbers: ['+12065550100', '+18005550100'],
        Name: 'Main line',
      }),
    );
    const PhoneNumberOrderId = placed!.PhoneNumberOrderId!;
    const seenMeanwhile = under.registry.phoneNumbers.size;
    const { PhoneNumberOrder: done } = await under.send(new GetPhoneNumberOrderCommand({ PhoneNumberOrderId }));
    const { PhoneNumberOrders: listed } = await under.send(new ListPhoneNumberOrdersCommand({}));
    const { PhoneNumber } = await under.send(new GetPhoneNumberCommand({ PhoneNumberId: '+12065550100' }));

    const at = new Date('2026-11-18T15:00:00Z');
    expect(placed).toEqual({
      PhoneNumberOrderId,
      ProductType: 'SipMediaApplicationDialIn',
      OrderType: 'New',
      Status: 'Processing',
      OrderedPhoneNumbers: [
        { E164PhoneNumber: '+12065550100', Status: 'Processing' },
        { E164PhoneNumber: '+18005550100', Status: 'Processing' },
      ],
      CreatedTimestamp: at,
      UpdatedTimestamp: at,
    });
    expect(seenMeanwhile).toBe(0);
    expect(done).toMatchObject({
      Status: 'Successful',
      OrderedPhoneNumbers: [{ Status: 'Acquired' }, { Status: 'Acquired' }],
    });
    expect(listed).toEqual([done]);
    expect(PhoneNumber).toMatchObject({
      E164PhoneNumber: '+12065550100',
      Country: 'US',
      Type: 'Local',
      ProductType: 'SipMediaApplicationDialIn',
      Status: 'Unassigned',
      Capabilities: { InboundCall: true, OutboundCall: true, InboundSMS: false },
      Name: 'Main line',
      OrderId: PhoneNumberOrderId,
      CreatedTimestamp: at,
    });
    expect(under.registry.phoneNumbers.get('+18005550100')).toMatchObject({ Type: 'TollFree' });
  });

  it.each([
    { numbers: ['+12065550100', '+12065550101'], status: 'Partial' },
    { numbers: ['+12065550100'], status: 'Failed' },
  ])('is $status when the account has numbers of it already', async ({ numbers, status }) => {
    await under.orderNumber('+12065550100');
    const { PhoneNumberOrder: placed } = await under.send(
      new CreatePhoneNumberOrderCommand({ ProductType: 'VoiceConnector', E164PhoneNumbers: numbers }),
    );

    const { PhoneNumberOrder } = await under.send(
      new GetPhoneNumberOrderCommand({ PhoneNumberOrderId: placed!.PhoneNumberOrderId }),
    );

    expect(PhoneNumberOrder).toMatchObject({ Status: status });
    expect(PhoneNumberOrder!.OrderedPhoneNumbers![0]).toMatchObject({ Status: 'Failed' });
    expect(under.registry.phoneNumbers.get('+12065550100')).toMatchObject({ ProductType: 'SipMediaApplicationDialIn' });
  });

  it('is refused without numbers, with a wrong one, and for a trunk abroad', async () => {
    const order = (ProductType: 'VoiceConnector' | 'SipMediaApplicationDialIn', E164PhoneNumbers: string[]) =>
      under.send(new CreatePhoneNumberOrderCommand({ ProductType, E164PhoneNumbers }));

    await expect(order('VoiceConnector', [])).rejects.toThrow(BadRequestException);
    await expect(order('VoiceConnector', ['12065550100'])).rejects.toThrow(BadRequestException);
    await expect(order('VoiceConnector', ['+498005550100'])).rejects.toThrow(BadRequestException);
    await expect(order('SipMediaApplicationDialIn', ['+498005550100'])).resolves.toBeDefined();
    await expect(under.send(new GetPhoneNumberOrderCommand({ PhoneNumberOrderId: nobody }))).rejects.toThrow(
      NotFoundException,
    );
  });
});
