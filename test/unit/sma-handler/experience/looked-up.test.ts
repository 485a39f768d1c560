import type { E164 } from '../../../../shared/domain/phone-number.ts';
import { say } from '../../../../shared/domain/call-speech/words.ts';
import { CallUnderWay } from '../../../support/call-under-way.ts';
import { branchOf, type TableChanges } from '../../../support/routing-table-builder.ts';
import { spokenIn, typesOf, uriOf } from '../../../support/sma-actions.ts';
import { smaFunction, type SmaFunctionFake } from '../../../support/sma-call.ts';
import { callerLeg } from '../../../support/sma-event-builder.ts';

const asksTheDirectory: TableChanges = {
  lookUps: [{ id: 'directory', url: 'https://directory.example-bank.test/route' }],
  rules: [{ id: 'ask', when: [], attempts: [{ kind: 'lookUp', id: 'directory', timeoutSeconds: 25 }] }],
  branches: [branchOf({ id: 'bellevue', number: '+14255550142' as E164 })],
};

async function directoryNames(id: string): Promise<SmaFunctionFake> {
  const sma = await smaFunction(asksTheDirectory);
  sma.lookUps.answer = { kind: 'named', destination: { kind: 'branch', id } };
  return sma;
}

describe('a caller whom an operator’s service sends on', () => {
  it('is told to wait a moment, and not that somebody else is tried, for nobody was', async () => {
    const call = new CallUnderWay(await directoryNames('bellevue'));

    const first = await call.begins();

    expect(uriOf(first)).toBe('+14255550142');
    expect(spokenIn(first)).toEqual([say('oneMoment', undefined).text]);
  });

  it('is told that nobody can be reached when it names nobody', async () => {
    const call = new CallUnderWay(await directoryNames('atlantis'));

    expect(typesOf(await call.begins())).toEqual(['Speak', 'Hangup']);
  });

  it('is known to it by the number that we rang when they are called back', async () => {
    const sma = await directoryNames('bellevue');
    const call = new CallUnderWay(sma);
    await call.isPlaced();
    await call.isAnswered();

    await call.presses('1');

    expect(sma.lookUps.requests).toMatchObject([{ call: { phoneNumber: callerLeg.From } }]);
  });
});
