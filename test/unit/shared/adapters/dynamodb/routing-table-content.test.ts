import {
  readContent,
  readSource,
  writeContent,
  writeSource,
} from '../../../../../shared/adapters/dynamodb/routing-table-content.ts';
import { plain, source, table } from '../../../../contract/routing-table-store.fixture.ts';
import { routingTableOf } from '../../../../support/routing-table-builder.ts';

/** With one 32-bit word of the header changed. */
async function withWord(index: number, change: (word: number) => number): Promise<Uint8Array> {
  const octets = Buffer.from(await writeContent(table));
  octets.writeUInt32LE(change(octets.readUInt32LE(4 * index)), 4 * index);
  return octets;
}

describe('the stored content of a version', () => {
  it('is the table, wherever in memory it lies', async () => {
    const octets = await writeContent(table);
    const shifted = Buffer.concat([Buffer.alloc(3), octets]).subarray(3);

    expect(plain(await readContent(shifted))).toEqual(plain(table));
  });

  it('is the same octets for the same table, so that it is stored once', async () => {
    expect(await writeContent(table)).toEqual(await writeContent(table));
  });

  it('is no more than a caller can wait for: 12 MB without the branches', async () => {
    const rules = Array.from({ length: 13 }, (_, index) => ({
      id: `rule-${index}`,
      when: [{ kind: 'postalPrefix' as const, anyOf: ['9'.repeat(1024 * 1024)] }],
      attempts: [],
    }));

    await expect(writeContent(routingTableOf({ rules }))).rejects.toMatchObject({
      code: 'table-too-large',
      message: expect.stringContaining('14 MB without its branches; 12 MB is the most'),
    });
  });

  it('is told apart from corrupt content when a newer release wrote it', async () => {
    const reading = readContent(await withWord(1, (version) => version + 1));

    await expect(reading).rejects.toMatchObject({
      code: 'table-format-unknown',
      message: expect.stringMatching(/format version 2.*deploy/),
    });
  });

  it.each([
    { case: 'empty', octets: () => new Uint8Array() },
    { case: 'another beginning', octets: () => withWord(0, () => 0x1234) },
    { case: 'a version before the first', octets: () => withWord(1, () => 0) },
    { case: 'a head that ends earlier', octets: () => withWord(2, (length) => length - 1) },
    { case: 'branches that are longer', octets: () => withWord(3, (length) => length + 1) },
    { case: 'cut off', octets: async () => (await writeContent(table)).subarray(0, -1) },
    { case: 'not compressed', octets: () => withWord(4, () => 0) },
    { case: 'a named branch that is another', octets: () => writeContent({ ...table, namedBranches: { always: 0 } }) },
    {
      case: 'a named branch that is not there',
      octets: () => writeContent({ ...table, namedBranches: { always: 2 } }),
    },
  ])('is corrupt: $case', async ({ octets }) => {
    const reading = readContent(await octets());

    await expect(reading).rejects.toMatchObject({ code: 'record-corrupt' });
  });

  it('is refused where schedules are not opening hours', async () => {
    const odd = routingTableOf({ schedules: table.schedules.map((each) => ({ ...each, closesAt: [] })) });

    await expect(writeContent(odd)).rejects.toThrow(RangeError);
  });
});

describe('the stored source of a version', () => {
  it('is the files as they were', async () => {
    const octets = await writeSource('example-bank', source);

    expect(await readSource(octets)).toEqual(source);
  });

  it.each([
    { case: 'not compressed', octets: Buffer.from('{}') },
    { case: 'empty', octets: Buffer.alloc(0) },
  ])('is corrupt: $case', async ({ octets }) => {
    await expect(readSource(octets)).rejects.toMatchObject({ code: 'record-corrupt' });
  });
});
