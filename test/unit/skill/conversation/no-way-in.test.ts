import { bill, call, callBack, Talk } from './talks.ts';

describe('a caller for whom there is no way in at all', () => {
  it.each([
    ['wants to call', call(bill)],
    ['wants to be called back', callBack()],
  ])('hears at once what to dial when they say that they %s', (_, heard) => {
    const talk = new Talk({ call: false, callBack: false });

    const step = talk.hears({ kind: 'launch' }, heard);

    expect(step.kind).toBe('close');
    expect(talk.speech).toMatch(/can't call Example Bank from this device\. .* dial/);
  });
});
