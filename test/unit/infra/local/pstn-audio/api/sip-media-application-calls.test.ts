import {
  BadRequestException,
  CreateSipMediaApplicationCallCommand,
  DeletePhoneNumberCommand,
  NotFoundException,
  ServiceUnavailableException,
  ThrottledClientException,
  UpdateSipMediaApplicationCallCommand,
  type CreateSipMediaApplicationCallCommandInput,
} from '@aws-sdk/client-chime-sdk-voice';
import { nobody, VoiceApiUnderTest } from './voice-api-fixture.ts';

let under: VoiceApiUnderTest;
let request: CreateSipMediaApplicationCallCommandInput;
beforeEach(async () => {
  under = await VoiceApiUnderTest.start();
  request = {
    SipMediaApplicationId: await under.createApplication(),
    FromPhoneNumber: await under.orderNumber('+12065550100'),
    ToPhoneNumber: '+12065550199',
  };
});
afterEach(() => under.close());

const entries = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`X-Name-${n}`, 'text']));

describe('calls over the API', () => {
  it('are placed by the desk, with headers and arguments', async () => {
    const SipHeaders = { 'X-Reason': 'callback', 'User-to-User': '00;encoding=hex', Diversion: '<sip:a@example.com>' };
    const ArgumentsMap = { context: 'c-1' };

    const { SipMediaApplicationCall } = await under.send(
      new CreateSipMediaApplicationCallCommand({ ...request, SipHeaders, ArgumentsMap }),
    );

    expect(SipMediaApplicationCall).toEqual({ TransactionId: under.desk.underWay });
    expect(under.desk.placed).toEqual([
      {
        sipMediaApplicationId: request.SipMediaApplicationId,
        fromPhoneNumber: '+12065550100',
        toPhoneNumber: '+12065550199',
        sipHeaders: SipHeaders,
        argumentsMap: ArgumentsMap,
      },
    ]);
  });

  it('need neither headers nor arguments', async () => {
    await under.send(new CreateSipMediaApplicationCallCommand(request));

    expect(under.desk.placed).toMatchObject([{ sipHeaders: {}, argumentsMap: undefined }]);
  });

  it('may have 20 headers and 20 arguments', async () => {
    const twenty = { SipHeaders: entries(20), ArgumentsMap: entries(20) };

    await under.send(new CreateSipMediaApplicationCallCommand({ ...request, ...twenty }));

    expect(under.desk.placed).toMatchObject([{ sipHeaders: entries(20), argumentsMap: entries(20) }]);
  });

  it('are refused while there are as many as there may be', async () => {
    under.desk.isBusy = true;

    await expect(under.send(new CreateSipMediaApplicationCallCommand(request))).rejects.toBeInstanceOf(
      ServiceUnavailableException,
    );
  });

  it.each<{ case: string; over: Partial<CreateSipMediaApplicationCallCommandInput>; says: string }>([
    { case: 'no caller', over: { FromPhoneNumber: undefined }, says: 'FromPhoneNumber' },
    { case: "somebody else's number as caller", over: { FromPhoneNumber: '+12065550155' }, says: 'FromPhoneNumber' },
    { case: 'a callee that is no number', over: { ToPhoneNumber: 'sip:a@example.com' }, says: 'ToPhoneNumber' },
    { case: 'a callee without "+"', over: { ToPhoneNumber: '12065550199' }, says: 'ToPhoneNumber' },
    {
      case: 'an application that there is not',
      over: { SipMediaApplicationId: nobody },
      says: 'SipMediaApplicationId',
    },
    { case: '21 headers', over: { SipHeaders: entries(21) }, says: 'SipHeaders' },
    { case: '21 arguments', over: { ArgumentsMap: entries(21) }, says: 'ArgumentsMap' },
    { case: 'a header that is not to be set', over: { SipHeaders: { Via: 'x' } }, says: 'SipHeaders' },
    { case: 'a header that is AWS’s own', over: { SipHeaders: { 'X-AMZN-Id': 'x' } }, says: 'SipHeaders' },
    { case: 'a header of 2049 characters', over: { SipHeaders: { 'X-A': 'x'.repeat(2049) } }, says: 'SipHeaders' },
  ])('are not placed with $case', async ({ over, says }) => {
    const placing = under.send(new CreateSipMediaApplicationCallCommand({ ...request, ...over }));

    await expect(placing).rejects.toThrow(BadRequestException);
    await expect(placing).rejects.toMatchObject({ message: expect.stringContaining(says) });
    await expect(placing).rejects.toMatchObject({ message: expect.not.stringContaining('+1206') });
    expect(under.desk.placed).toEqual([]);
  });

  it('are not placed from a number for Voice Connectors, nor from one that was given up', async () => {
    const trunk = await under.orderNumber('+12065550101', 'VoiceConnector');
    const givenUp = await under.orderNumber('+12065550102');
    await under.send(new DeletePhoneNumberCommand({ PhoneNumberId: givenUp }));

    for (const FromPhoneNumber of [trunk, givenUp])
      await expect(
        under.send(new CreateSipMediaApplicationCallCommand({ ...request, FromPhoneNumber })),
      ).rejects.toThrow(BadRequestException);
    expect(under.desk.placed).toEqual([]);
  });

  it('are updated by the desk while they are under way', async () => {
    const { SipMediaApplicationId } = request;
    const update = { SipMediaApplicationId, TransactionId: under.desk.underWay, Arguments: { digits: '1' } };

    const { SipMediaApplicationCall } = await under.send(new UpdateSipMediaApplicationCallCommand(update));

    expect(SipMediaApplicationCall).toEqual({ TransactionId: under.desk.underWay });
    expect(under.desk.updates).toEqual([
      {
        sipMediaApplicationId: SipMediaApplicationId,
        transactionId: under.desk.underWay,
        arguments: { digits: '1' },
      },
    ]);
  });

  it('are not found once they are over', async () => {
    const { SipMediaApplicationId } = request;

    const updating = under.send(
      new UpdateSipMediaApplicationCallCommand({ SipMediaApplicationId, TransactionId: nobody, Arguments: {} }),
    );

    await expect(updating).rejects.toThrow(NotFoundException);
    await expect(updating).rejects.toThrow(
      `Transaction ${nobody} doesn't exist for SipMediaApplication ${SipMediaApplicationId}`,
    );
  });

  it.each([{ Arguments: undefined }, { Arguments: entries(21) }])('are not updated with %o', async ({ Arguments }) => {
    const { SipMediaApplicationId } = request;

    await expect(
      under.send(
        new UpdateSipMediaApplicationCallCommand({
          SipMediaApplicationId,
          TransactionId: under.desk.underWay,
          Arguments,
        }),
      ),
    ).rejects.toThrow(BadRequestException);
    expect(under.desk.updates).toEqual([]);
  });
});

describe('calls over an API that takes so many requests a second', () => {
  it('are throttled until the second is over', async () => {
    await under.close();
    under = await VoiceApiUnderTest.start({ callRequestsPerSecond: 2 });
    const SipMediaApplicationId = await under.createApplication();
    const FromPhoneNumber = await under.orderNumber('+12065550100');
    const place = (): Promise<unknown> =>
      under.send(new CreateSipMediaApplicationCallCommand({ ...request, SipMediaApplicationId, FromPhoneNumber }));

    await place();
    await place();

    await expect(place()).rejects.toThrow(ThrottledClientException);
    await under.timers.advanceBy(1000);
    await expect(place()).resolves.toBeDefined();
  });
});
