import { BridgeError } from '../../../../shared/errors.ts';
import { prepareCall, type Prepared } from '../../../../skill/calling/prepare-call.ts';
import { startCall } from '../../../../skill/calling/start-call.ts';
import { leaks, personalData } from '../../../support/personal-data.ts';
import { accessOf, CallUnderTest, everything } from './a-call.ts';

const reason = { id: 'billing', words: personalData.words };
const hourMs = 3_600_000;

let call: CallUnderTest;
let requests: number;
beforeEach(() => {
  call = new CallUnderTest();
  requests = 0;
});
const prepared = (way: 'call' | 'callBack'): Promise<Prepared> =>
  prepareCall(call.toPrepare({ draft: { way, reason } }), call.services);
const placed = async (way: 'call' | 'callBack'): Promise<string> => {
  const result = await prepared(way);
  if (result.kind !== 'ready') return result.kind;
  const requestId = `request-${(requests += 1)}`;
  return (await startCall({ contextId: result.contextId, requestId }, accessOf(), call.services)).kind;
};

describe('a number where nobody is rung', () => {
  beforeEach(() => {
    call.alexa = { ...everything, number: { countryCode: '+1', phoneNumber: '876-555-0147' } };
  });

  it('is told before anything is written', async () => {
    expect(await prepared('callBack')).toEqual({ kind: 'numberNotRung', because: 'notAmongPrefixes' });

    expect(call.deeds).not.toContain('put');
    expect(call.deeds).not.toContain('earlier calls');
  });

  it('is told where the phone would be rung for want of another way', async () => {
    call.ways = ['callback'];

    expect(await prepared('call')).toEqual({ kind: 'numberNotRung', because: 'notAmongPrefixes' });
  });

  it('is no hindrance to a call from the device, and no way out when that does not start', async () => {
    const result = await prepared('call');
    call.result = { kind: 'busy' };
    const { contextId } = result as Extract<Prepared, { kind: 'ready' }>;

    const started = await startCall({ contextId, requestId: 'request-1' }, accessOf(), call.services);

    expect(started).toMatchObject({ kind: 'notStarted', others: [] });
  });

  it('is not rung though it is asked for by name', async () => {
    const { contextId } = (await prepared('call')) as Extract<Prepared, { kind: 'ready' }>;

    const asked = { contextId, requestId: 'request-1', ingress: 'callback' } as const;

    expect(await startCall(asked, accessOf(), call.services)).toMatchObject({ result: { kind: 'notCapable' } });
    expect(call.requests).toEqual([]);
  });
});

describe('a number that was rung five times in an hour', () => {
  beforeEach(async () => {
    for (let times = 0; times < 5; times += 1) expect(await placed('callBack')).toBe('started');
    call.deeds.length = 0;
  });

  it('is not rung a sixth time, in as many round trips', async () => {
    expect(await prepared('callBack')).toEqual({ kind: 'numberNotRung', because: 'tooOften' });

    expect(call.deeds.slice(-2)).toEqual(['earlier calls', 'put']);
    expect(leaks(call.lines.join('\n'))).toEqual([]);
  });

  it('is rung again when an hour is over', async () => {
    await call.timers.advanceBy(hourMs + 1);

    expect(await placed('callBack')).toBe('started');
  });

  it('may call from the device all the same, with no callback in its place', async () => {
    expect(await prepared('call')).toMatchObject({ kind: 'ready', rungEnough: true });
  });
});

describe('calls that were prepared, and not ordered,', () => {
  it('do not count', async () => {
    for (let times = 0; times < 9; times += 1) await prepared('callBack');

    expect(await placed('callBack')).toBe('started');
  });
});

describe('earlier calls that cannot be read', () => {
  beforeEach(() => {
    call.atStore = { orderedFor: () => Promise.reject(new BridgeError('store-unavailable', 'throttled')) };
  });

  it('keep a number from being rung', async () => {
    await expect(prepared('callBack')).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('keep nobody from calling by the device, which is not offered a callback then', async () => {
    expect(await prepared('call')).toMatchObject({ kind: 'ready', rungEnough: true });

    expect(call.lines.join('\n')).toContain('earlier-calls-not-read');
  });

  it('are not waited for any longer than for the rest of the store', async () => {
    call.atStore = { orderedFor: () => new Promise(() => {}) };

    const preparing = prepared('callBack');
    preparing.catch(() => undefined);
    await call.timers.advanceBy(5000);

    await expect(preparing).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});

describe('where there are no callbacks', () => {
  it('nobody looks for earlier calls', async () => {
    call.ways = ['alexa-skill-call'];

    await prepared('call');

    expect(call.deeds).not.toContain('earlier calls');
  });
});
