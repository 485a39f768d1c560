import { inParallel } from '../../../../../shared/adapters/dynamodb/routing-table-requests.ts';

/** Tasks that end when the test says so. */
function tasks(): {
  begun: number[];
  end: (index: number, error?: Error) => void;
  task: (index: number) => Promise<string>;
} {
  const ends = new Map<number, PromiseWithResolvers<string>>();
  const begun: number[] = [];
  return {
    begun,
    end: (index, error) => {
      if (error === undefined) ends.get(index)?.resolve(`result ${index}`);
      else ends.get(index)?.reject(error);
    },
    task: (index) => {
      begun.push(index);
      const end = Promise.withResolvers<string>();
      ends.set(index, end);
      return end.promise;
    },
  };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('requests in parallel', () => {
  it('are so many at once, and give their results in order', async () => {
    const { begun, end, task } = tasks();
    const working = inParallel(4, 2, task);

    const first = [...begun];
    end(1);
    await settle();
    const second = [...begun];
    for (const index of [2, 0]) end(index);
    await settle();
    end(3);

    expect(first).toEqual([0, 1]);
    expect(second).toEqual([0, 1, 2]);
    expect(await working).toEqual(['result 0', 'result 1', 'result 2', 'result 3']);
  });

  it('begin no more when one fails, and wait for those under way', async () => {
    const { begun, end, task } = tasks();
    let over = false;
    const working = inParallel(5, 2, task).finally(() => {
      over = true;
    });
    working.catch(() => undefined);

    end(1, new Error('connection lost'));
    await settle();
    const overBefore = over;
    end(0);

    await expect(working).rejects.toThrow('connection lost');
    expect(overBefore).toBe(false);
    expect(begun).toEqual([0, 1]);
  });

  it('are none where there is nothing to do', async () => {
    expect(await inParallel(0, 8, () => Promise.reject(new Error('never')))).toEqual([]);
  });
});
