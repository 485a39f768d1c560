import { functionsFixture, invoked, type Fixture } from './functions-fixture.ts';

const east = 'arn:aws:lambda:us-east-1:111122223333:function:sma';
const west = 'arn:aws:lambda:us-west-2:111122223333:function:sma:live';

describe('functions of several Regions', () => {
  let fixture: Fixture;
  beforeEach(async () => {
    const source = `export const handler = async (event, { invokedFunctionArn }) => { console.log('here'); return [process.env.AWS_REGION, process.env.AWS_LAMBDA_FUNCTION_NAME, invokedFunctionArn]; };`;
    fixture = await functionsFixture({
      one: { source, name: 'sma' },
      two: { source, name: 'sma', arn: west },
    });
  });
  afterEach(async () => fixture.close());

  it('may have one name: an ARN tells them apart, an alias in it too', async () => {
    const answers = [east, west].map(async (arn) => invoked(await fixture.host.invoke(arn, {})).payload);

    expect(await Promise.all(answers)).toEqual([
      ['us-east-1', 'sma', east],
      ['us-west-2', 'sma', west],
    ]);
  });

  it('are logged under their ARNs', async () => {
    await fixture.host.invoke(west, {});

    expect(fixture.logs).toEqual([expect.objectContaining({ functionName: 'sma', functionArn: west, line: 'here' })]);
  });

  it('are found by name in the Region of the host only', async () => {
    expect(invoked(await fixture.host.invoke('sma', {})).payload).toContain(east);
    expect(await fixture.host.invoke('arn:aws:lambda:us-west-2:111122223333:function:sma', {})).toMatchObject({
      statusCode: 404,
    });
  });

  it('fail one by one', async () => {
    fixture.host.failNext(west, { kind: 'throttle', times: 1 });

    expect(await fixture.host.invoke(east, {})).toMatchObject({ statusCode: 200 });
    expect(await fixture.host.invoke(west, {})).toMatchObject({ statusCode: 429 });
  });
});
