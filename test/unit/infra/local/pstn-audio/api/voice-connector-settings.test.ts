import {
  BadRequestException,
  DeleteVoiceConnectorEmergencyCallingConfigurationCommand,
  DeleteVoiceConnectorExternalSystemsConfigurationCommand,
  DeleteVoiceConnectorOriginationCommand,
  DeleteVoiceConnectorStreamingConfigurationCommand,
  DeleteVoiceConnectorTerminationCommand,
  DeleteVoiceConnectorTerminationCredentialsCommand,
  GetVoiceConnectorCommand,
  GetVoiceConnectorEmergencyCallingConfigurationCommand,
  GetVoiceConnectorExternalSystemsConfigurationCommand,
  GetVoiceConnectorLoggingConfigurationCommand,
  GetVoiceConnectorOriginationCommand,
  GetVoiceConnectorStreamingConfigurationCommand,
  GetVoiceConnectorTerminationCommand,
  GetVoiceConnectorTerminationHealthCommand,
  ListVoiceConnectorTerminationCredentialsCommand,
  NotFoundException,
  PutVoiceConnectorEmergencyCallingConfigurationCommand,
  PutVoiceConnectorExternalSystemsConfigurationCommand,
  PutVoiceConnectorLoggingConfigurationCommand,
  PutVoiceConnectorOriginationCommand,
  PutVoiceConnectorStreamingConfigurationCommand,
  PutVoiceConnectorTerminationCommand,
  PutVoiceConnectorTerminationCredentialsCommand,
  type Origination,
  type Termination,
} from '@aws-sdk/client-chime-sdk-voice';
import { nobody, VoiceApiUnderTest } from './voice-api-fixture.ts';

let under: VoiceApiUnderTest;
let VoiceConnectorId: string;
beforeEach(async () => {
  under = await VoiceApiUnderTest.start();
  VoiceConnectorId = (await under.createConnector()).VoiceConnectorId!;
});
afterEach(() => under.close());

const putOrigination = (Origination: Origination, id = VoiceConnectorId) =>
  under.send(new PutVoiceConnectorOriginationCommand({ VoiceConnectorId: id, Origination }));
const putTermination = (Termination: Termination) =>
  under.send(new PutVoiceConnectorTerminationCommand({ VoiceConnectorId, Termination }));

describe("a Voice Connector's origination", () => {
  it('is put, got and deleted, and shown by its own operation only', async () => {
    const Origination = {
      Disabled: false,
      Routes: [{ Host: '127.0.0.1', Port: 5080, Protocol: 'TCP' as const, Priority: 2, Weight: 5 }],
    };
    const get = new GetVoiceConnectorOriginationCommand({ VoiceConnectorId });

    await expect(under.send(get)).rejects.toThrow(NotFoundException);
    await expect(putOrigination(Origination)).resolves.toMatchObject({ Origination });
    await expect(under.send(get)).resolves.toMatchObject({ Origination });
    const { VoiceConnector } = await under.send(new GetVoiceConnectorCommand({ VoiceConnectorId }));
    expect(VoiceConnector).not.toHaveProperty('Origination');
    await under.send(new DeleteVoiceConnectorOriginationCommand({ VoiceConnectorId }));
    await expect(under.send(get)).rejects.toThrow(NotFoundException);
  });

  it('has routes by UDP to port 5060 unless they say otherwise, and by TCP where encryption is required', async () => {
    const encrypted = (await under.createConnector('encrypted', true)).VoiceConnectorId!;

    await putOrigination({ Routes: [{ Host: 'pbx.example.com' }] });
    await putOrigination({ Routes: [{ Host: 'pbx.example.com' }] }, encrypted);

    const route = { Host: 'pbx.example.com', Port: 5060, Priority: 1, Weight: 1 };
    expect(under.registry.voiceConnectors.get(VoiceConnectorId)?.Origination?.Routes).toEqual([
      { ...route, Protocol: 'UDP' },
    ]);
    expect(under.registry.voiceConnectors.get(encrypted)?.Origination?.Routes).toEqual([{ ...route, Protocol: 'TCP' }]);
    await expect(putOrigination({ Routes: [{ Host: 'a', Protocol: 'UDP' }] }, encrypted)).rejects.toThrow('TCP');
  });

  it('keeps its routes while it is disabled', async () => {
    await putOrigination({ Routes: [{ Host: '127.0.0.1' }] });

    await putOrigination({ Disabled: true });

    expect(under.registry.voiceConnectors.get(VoiceConnectorId)?.Origination).toMatchObject({
      Disabled: true,
      Routes: [{ Host: '127.0.0.1' }],
    });
  });

  it.each<{ case: string; origination: Origination }>([
    { case: 'nothing', origination: {} },
    { case: 'no routes', origination: { Routes: [] } },
    { case: '21 routes', origination: { Routes: Array.from({ length: 21 }, () => ({ Host: 'a' })) } },
    { case: 'a port of 65536', origination: { Routes: [{ Host: 'a', Port: 65_536 }] } },
    { case: 'a priority of 101', origination: { Routes: [{ Host: 'a', Priority: 101 }] } },
    { case: 'a weight of 0', origination: { Routes: [{ Host: 'a', Weight: 0 }] } },
    { case: 'no host', origination: { Routes: [{ Port: 5060 }] } },
  ])('is refused with $case', async ({ origination }) => {
    await expect(putOrigination(origination)).rejects.toThrow(BadRequestException);
  });
});

describe("a Voice Connector's termination", () => {
  it('is put, got and deleted', async () => {
    const Termination = {
      CpsLimit: 3,
      DefaultPhoneNumber: await under.orderNumber('+12065550100', 'VoiceConnector'),
      CallingRegions: ['US', 'CA'],
      CidrAllowedList: ['127.0.0.1/32'],
      Disabled: false,
    };
    const get = new GetVoiceConnectorTerminationCommand({ VoiceConnectorId });

    await expect(under.send(get)).rejects.toThrow(NotFoundException);
    await putTermination(Termination);
    await expect(under.send(get)).resolves.toMatchObject({ Termination });
    await under.send(new DeleteVoiceConnectorTerminationCommand({ VoiceConnectorId }));
    await expect(under.send(get)).rejects.toThrow(NotFoundException);
  });

  it('allows one call a second unless it says otherwise', async () => {
    await expect(putTermination({ CallingRegions: ['US'] })).resolves.toMatchObject({
      Termination: { CpsLimit: 1, CidrAllowedList: [], Disabled: false },
    });
  });

  it.each<{ case: string; termination: Termination }>([
    { case: 'no calling regions', termination: {} },
    { case: 'a country that is no code', termination: { CallingRegions: ['Germany'] } },
    { case: 'no calls a second', termination: { CallingRegions: ['US'], CpsLimit: 0 } },
    { case: 'an address without a prefix', termination: { CallingRegions: ['US'], CidrAllowedList: ['127.0.0.1'] } },
    { case: 'a prefix of 33', termination: { CallingRegions: ['US'], CidrAllowedList: ['127.0.0.1/33'] } },
    {
      case: "somebody else's number",
      termination: { CallingRegions: ['US'], DefaultPhoneNumber: '+12065550155' },
    },
  ])('is refused with $case', async ({ termination }) => {
    await expect(putTermination(termination)).rejects.toThrow(BadRequestException);
  });

  it('has users, whose passwords nobody is told', async () => {
    const put = (Username: string, Password: string) =>
      under.send(
        new PutVoiceConnectorTerminationCredentialsCommand({ VoiceConnectorId, Credentials: [{ Username, Password }] }),
      );
    await put('ann', 'one');
    await put('bob', 'two');
    await put('ann', 'three');

    const before = await under.send(new ListVoiceConnectorTerminationCredentialsCommand({ VoiceConnectorId }));
    await under.send(
      new DeleteVoiceConnectorTerminationCredentialsCommand({ VoiceConnectorId, Usernames: ['bob', 'eve'] }),
    );

    expect(before.Usernames).toEqual(['ann', 'bob']);
    expect(under.registry.voiceConnectors.get(VoiceConnectorId)?.TerminationCredentials).toEqual([
      { Username: 'ann', Password: 'three' },
    ]);
    await expect(put('a:b', 'x')).rejects.toThrow(BadRequestException);
    await expect(put('ann', 'pässword')).rejects.toThrow(BadRequestException);
  });

  it('tells when SIP OPTIONS came last', async () => {
    const get = new GetVoiceConnectorTerminationHealthCommand({ VoiceConnectorId });
    await expect(under.send(get)).rejects.toThrow(NotFoundException);
    under.registry.voiceConnectors.set(VoiceConnectorId, {
      ...under.registry.voiceConnectors.get(VoiceConnectorId)!,
      TerminationHealth: { Timestamp: '2026-11-18T14:59:00.000Z', Source: '127.0.0.1' },
    });

    await expect(under.send(get)).resolves.toMatchObject({
      TerminationHealth: { Timestamp: new Date('2026-11-18T14:59:00Z'), Source: '127.0.0.1' },
    });
  });
});

describe("a Voice Connector's other settings", () => {
  it('keep logging, which is off at first', async () => {
    const get = new GetVoiceConnectorLoggingConfigurationCommand({ VoiceConnectorId });
    const before = await under.send(get);
    const LoggingConfiguration = { EnableSIPLogs: true, EnableMediaMetricLogs: false };

    await under.send(new PutVoiceConnectorLoggingConfigurationCommand({ VoiceConnectorId, LoggingConfiguration }));

    expect(before).toMatchObject({ LoggingConfiguration: { EnableSIPLogs: false, EnableMediaMetricLogs: false } });
    await expect(under.send(get)).resolves.toMatchObject({ LoggingConfiguration });
  });

  it('keep streaming until it is deleted', async () => {
    const get = new GetVoiceConnectorStreamingConfigurationCommand({ VoiceConnectorId });
    const StreamingConfiguration = {
      DataRetentionInHours: 24,
      Disabled: false,
      StreamingNotificationTargets: [{ NotificationTarget: 'SQS' as const }],
    };
    const put = (over: object) =>
      under.send(
        new PutVoiceConnectorStreamingConfigurationCommand({
          VoiceConnectorId,
          StreamingConfiguration: { ...StreamingConfiguration, ...over },
        }),
      );

    await put({});
    await expect(under.send(get)).resolves.toMatchObject({ StreamingConfiguration });
    await expect(put({ DataRetentionInHours: -1 })).rejects.toThrow(BadRequestException);
    await under.send(new DeleteVoiceConnectorStreamingConfigurationCommand({ VoiceConnectorId }));
    await expect(under.send(get)).rejects.toThrow(NotFoundException);
  });

  it('keep emergency calling, on which origination and termination rest', async () => {
    const get = new GetVoiceConnectorEmergencyCallingConfigurationCommand({ VoiceConnectorId });
    const EmergencyCallingConfiguration = {
      DNIS: [{ EmergencyPhoneNumber: '+12065550112', TestPhoneNumber: '+12065550113', CallingCountry: 'US' }],
    };
    await putOrigination({ Routes: [{ Host: '127.0.0.1' }] });
    await putTermination({ CallingRegions: ['US'] });

    await under.send(
      new PutVoiceConnectorEmergencyCallingConfigurationCommand({ VoiceConnectorId, EmergencyCallingConfiguration }),
    );

    await expect(under.send(get)).resolves.toMatchObject({ EmergencyCallingConfiguration });
    for (const command of [
      new DeleteVoiceConnectorOriginationCommand({ VoiceConnectorId }),
      new DeleteVoiceConnectorTerminationCommand({ VoiceConnectorId }),
    ])
      await expect(under.send(command)).rejects.toThrow(BadRequestException);
    await under.send(new DeleteVoiceConnectorEmergencyCallingConfigurationCommand({ VoiceConnectorId }));
    await expect(under.send(get)).rejects.toThrow(NotFoundException);
  });

  it('keep what external systems there are until they are deleted', async () => {
    const get = new GetVoiceConnectorExternalSystemsConfigurationCommand({ VoiceConnectorId });
    await under.send(
      new PutVoiceConnectorExternalSystemsConfigurationCommand({
        VoiceConnectorId,
        SessionBorderControllerTypes: ['RIBBON_SBC'],
      }),
    );

    await expect(under.send(get)).resolves.toMatchObject({
      ExternalSystemsConfiguration: { SessionBorderControllerTypes: ['RIBBON_SBC'], ContactCenterSystemTypes: [] },
    });
    await under.send(new DeleteVoiceConnectorExternalSystemsConfigurationCommand({ VoiceConnectorId }));
    await expect(under.send(get)).rejects.toThrow(NotFoundException);
  });

  it('are not found where there is no such Voice Connector', async () => {
    await expect(putOrigination({ Disabled: true }, nobody)).rejects.toThrow(NotFoundException);
  });
});
