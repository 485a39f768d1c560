import {
  rememberedLookup,
  type Lookup,
} from '../../../../../../../infra/local/pstn-audio/sip/transport/remembered-lookup.ts';

let asked: string[];
let answers: (() => void)[];
let now: number;
let refused: NodeJS.ErrnoException | null;
beforeEach(() => {
  [asked, answers, now, refused] = [[], [], 0, null];
});

const names: Lookup = (name, _options, done) => {
  asked.push(name);
  const address = `192.0.2.${asked.length}`;
  answers.push(() => done(refused, refused === null ? address : '', 4));
};
const answerAll = (): void => {
  for (const answer of answers.splice(0)) answer();
};
const resolve = (lookup: Lookup, name: string): Promise<string> =>
  new Promise((found, failed) =>
    lookup(name, {}, (error, address) => (error === null ? found(address) : failed(error))),
  );

describe('the addresses of names that datagrams go to', () => {
  it('are looked up once for all that is sent at the same time, and after it', async () => {
    const lookup = rememberedLookup(names, () => now);

    const first = [resolve(lookup, 'branch.example'), resolve(lookup, 'branch.example')];
    answerAll();
    now = 29_999;

    expect(await Promise.all([...first, resolve(lookup, 'branch.example')])).toEqual(Array(3).fill('192.0.2.1'));
    expect(asked).toEqual(['branch.example']);
  });

  it('are looked up again after half a minute: hosts move', async () => {
    const lookup = rememberedLookup(names, () => now);
    const first = resolve(lookup, 'branch.example');
    answerAll();
    await first;

    now = 30_000;
    const again = resolve(lookup, 'branch.example');
    answerAll();

    expect(await again).toBe('192.0.2.2');
  });

  it('are looked up again when nobody knew the name', async () => {
    const lookup = rememberedLookup(names, () => now);
    refused = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    const failing = resolve(lookup, 'branch.example');
    answerAll();
    await expect(failing).rejects.toThrow('no such name');

    refused = null;
    const again = resolve(lookup, 'branch.example');
    answerAll();

    expect(await again).toBe('192.0.2.2');
  });

  it.each(['127.0.0.1', '::1'])('need no looking up when %p is one already', async (address) => {
    expect(
      await resolve(
        rememberedLookup(names, () => now),
        address,
      ),
    ).toBe(address);
    expect(asked).toEqual([]);
  });

  it('of very many names are not all remembered', async () => {
    const lookup = rememberedLookup(names, () => now);
    const all = Array.from({ length: 1001 }, (_, n) => resolve(lookup, `host-${n}.example`));
    answerAll();
    await Promise.all(all);

    expect(await resolve(lookup, 'host-1000.example')).toBe('192.0.2.1001');
    const forgotten = resolve(lookup, 'host-0.example');
    answerAll();
    expect(await forgotten).toBe('192.0.2.1002');
  });
});
