import { functionEnvironments } from '../../../../../infra/local/cloud/function-environments.ts';
import { withStandbyRegion } from '../../../../../infra/local/cloud/standby-region.ts';
import { exampleBank } from '../../../../../infra/local/demo/example-bank/example-bank.ts';
import { parsePstnAudioConfig } from '../../../../../infra/local/pstn-audio/config/config.ts';
import { systemIds } from '../../../../../shared/adapters/system/system-ids.ts';

describe('a tenant with a standby Region', () => {
  it('has its calls answered by the function there when the first has not', async () => {
    const { pstnAudio } = withStandbyRegion(await exampleBank(), 'us-west-2');

    const targets = pstnAudio.SipRules[0]!.TargetApplications;
    const functions = targets.map(
      (target) =>
        pstnAudio.SipMediaApplications.find((each) => each.SipMediaApplicationId === target.SipMediaApplicationId)!
          .Endpoints[0]!.LambdaArn,
    );

    expect(targets.map(({ Priority, AwsRegion }) => [Priority, AwsRegion])).toEqual([
      [1, 'us-east-1'],
      [2, 'us-west-2'],
    ]);
    expect(functions).toEqual([
      'arn:aws:lambda:us-east-1:111122223333:function:sma',
      'arn:aws:lambda:us-west-2:111122223333:function:sma',
    ]);
    expect(() => parsePstnAudioConfig(pstnAudio)).not.toThrow();
  });

  it('has functions that know where else a call context may be', async () => {
    const bank = await exampleBank();
    const regionsOf = (tenant: typeof bank): (string | undefined)[] => {
      const { sma, 'console-api': console } = functionEnvironments({
        tenant,
        tableNames: { callContexts: 'contexts', routingTables: 'tables', callRecords: 'records', console: 'console' },
        adviserBus: 'advisers',
        ids: systemIds,
        endpoints: { dynamoDb: 'http://d', meetings: 'http://m', voice: 'http://v', events: 'http://e' },
      });
      return [sma, console].map((environment) => environment['CONTEXT_REGIONS']);
    };

    expect(regionsOf(withStandbyRegion(bank, 'us-west-2'))).toEqual(Array(2).fill('us-east-1,us-west-2'));
    expect(regionsOf(bank)).toEqual([undefined, undefined]);
  });

  it('stands by in another Region than its own', async () => {
    const bank = await exampleBank();

    expect(() => withStandbyRegion(bank, bank.region)).toThrow('must be another one than us-east-1');
  });
});
