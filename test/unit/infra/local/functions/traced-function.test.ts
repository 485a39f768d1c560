import { invoked, functionsFixture, type Fixture } from './functions-fixture.ts';

const source = `export const handler = async () => process.env._X_AMZN_TRACE_ID;`;
let fixture: Fixture | undefined;

afterEach(async () => fixture?.close());

describe('a function that is traced', () => {
  it('has sampled invocations when it brings an X-Ray daemon, each in a trace of its own', async () => {
    fixture = await functionsFixture({
      traced: { source, environment: { AWS_XRAY_DAEMON_ADDRESS: '127.0.0.1:2000' } },
      untraced: { source },
    });

    const first = invoked(await fixture.host.invoke('traced', {})).payload;
    const second = invoked(await fixture.host.invoke('traced', {})).payload;
    const untraced = invoked(await fixture.host.invoke('untraced', {})).payload;

    expect(first).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=1$/u);
    expect(second).not.toBe(first);
    expect(untraced).toMatch(/Sampled=0$/u);
  });
});
