import { FunctionOutages } from '../../../../../infra/local/cloud/function-outages.ts';
import type { InvokeResult } from '../../../../../infra/local/functions/invoke-result.ts';

const [sma, other] = ['arn:aws:lambda:us-east-1:111122223333:function:sma', 'arn:of:another'];
const answer = { statusCode: 200, payload: 'hello', milliseconds: 1, coldStart: false } as const;
const down = { statusCode: 500, errorType: 'ServiceException' };
const answers = async (): Promise<InvokeResult> => answer;
const never = (): Promise<InvokeResult> => new Promise(() => undefined);

describe('a function that goes down', () => {
  it('answers nobody until it is up again', async () => {
    const outages = new FunctionOutages();
    outages.set(sma, true);

    const during = await outages.invoke(sma, {}, answers);
    const elsewhere = await outages.invoke(other, {}, answers);
    outages.set(sma, false);

    expect(during).toMatchObject(down);
    expect(elsewhere).toBe(answer);
    expect(await outages.invoke(sma, {}, answers)).toBe(answer);
  });

  it('does not answer those that it was answering, and says which they were', async () => {
    const outages = new FunctionOutages();
    const begins = outages.begins(sma);
    const underWay = outages.invoke(sma, 'its event', never);
    await outages.invoke(sma, 'answered before', answers);
    void outages.invoke(other, 'of another', never);
    await begins;

    const cutOff = outages.set(sma, true);

    expect(cutOff).toEqual([{ arn: sma, event: 'its event' }]);
    expect(await underWay).toMatchObject(down);
  });
});
