import {
  BadRequestException,
  DeleteVoiceConnectorCommand,
  ListPhoneNumbersCommand,
  ListSipMediaApplicationsCommand,
  ListVoiceConnectorsCommand,
  type ListVoiceConnectorsCommandOutput,
} from '@aws-sdk/client-chime-sdk-voice';
import { VoiceApiUnderTest } from './voice-api-fixture.ts';

let under: VoiceApiUnderTest;
beforeEach(async () => {
  under = await VoiceApiUnderTest.start();
});
afterEach(() => under.close());

const list = (MaxResults: number, NextToken?: string): Promise<ListVoiceConnectorsCommandOutput> =>
  under.send(new ListVoiceConnectorsCommand({ MaxResults, NextToken }));
const names = ({ VoiceConnectors }: ListVoiceConnectorsCommandOutput): unknown[] =>
  VoiceConnectors!.map(({ Name }) => Name);

/** One a second, so that their order is the order of their making. */
async function createConnectors(count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    await under.createConnector(`office ${n}`);
    await under.timers.advanceBy(1000);
  }
}

describe('lists of the Voice API', () => {
  it('come in pages, in the order of creation', async () => {
    await createConnectors(5);

    const first = await list(2);
    const second = await list(2, first.NextToken);
    const third = await list(2, second.NextToken);

    expect([first, second, third].map(names)).toEqual([
      ['office 1', 'office 2'],
      ['office 3', 'office 4'],
      ['office 5'],
    ]);
    expect(third.NextToken).toBeUndefined();
  });

  it('end without a token when the last page is full', async () => {
    await createConnectors(2);

    expect((await list(2)).NextToken).toBeUndefined();
  });

  it('skip nothing and repeat nothing when objects are deleted meanwhile', async () => {
    await createConnectors(4);
    const first = await list(2);
    for (const { VoiceConnectorId } of first.VoiceConnectors!)
      await under.send(new DeleteVoiceConnectorCommand({ VoiceConnectorId }));

    const second = await list(2, first.NextToken);

    expect(names(second)).toEqual(['office 3', 'office 4']);
  });

  it('hold what was created in the same moment, too', async () => {
    for (const name of ['office 1', 'office 2', 'office 3']) await under.createConnector(name);

    const first = await list(2);
    const second = await list(2, first.NextToken);

    expect(new Set([...names(first), ...names(second)])).toEqual(new Set(['office 1', 'office 2', 'office 3']));
  });

  it('take no token that they have not given', async () => {
    await createConnectors(2);
    const { NextToken } = await list(1);

    await expect(under.send(new ListSipMediaApplicationsCommand({ NextToken }))).rejects.toThrow(BadRequestException);
    await expect(under.send(new ListPhoneNumbersCommand({ NextToken: 'invented' }))).rejects.toThrow(
      BadRequestException,
    );
  });

  it.each([0, 101])('have no pages of %i', async (MaxResults) => {
    await expect(list(MaxResults)).rejects.toThrow(BadRequestException);
  });
});
