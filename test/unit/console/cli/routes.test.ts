import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { routingTablesTable } from '../../../../shared/contracts/tables.ts';
import { startDynalite, type Dynalite } from '../../../support/dynalite.ts';

const program = fileURLToPath(new URL('../../../../console/cli/routes.ts', import.meta.url));
const bank = fileURLToPath(
  new URL('../../../fixtures/routing-tables/examples/bank-40-branches/routing-table.yaml', import.meta.url),
);

/** In milliseconds, for one run of the program, on a slow machine too; a test has up to three. */
const longestRun = 30_000;
const longestTest = 4 * longestRun;

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe('the program behind npm run routes', () => {
  let dynamoDb: Dynalite;
  let folder: string;

  beforeAll(async () => {
    dynamoDb = await startDynalite();
    await dynamoDb.createTable('routing-tables', routingTablesTable);
    folder = await mkdtemp(join(tmpdir(), 'routes-'));
  });
  afterAll(async () => {
    await dynamoDb.stop();
    await rm(folder, { recursive: true });
  });

  function run(words: readonly string[], { input = '', store = true } = {}): Promise<Ended> {
    const environment = {
      PATH: process.env['PATH'],
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      ...(store ? { ROUTING_TABLES_TABLE: 'routing-tables' } : {}),
    };
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [program, ...words],
        { env: environment, timeout: longestRun },
        (error, stdout, stderr) => resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr }),
      );
      child.stdin?.end(input);
    });
  }

  it(
    'prints one object and nothing else, and ends with its verdict',
    async () => {
      const [good, wrong] = await Promise.all([run(['check', bank, '--json']), run(['check', '--json'])]);

      expect([good.exitCode, good.stderr, wrong.exitCode, wrong.stderr]).toEqual([0, '', 2, '']);
      expect(JSON.parse(good.stdout)).toMatchObject({ ok: true, name: 'cascade-bank' });
      expect(JSON.parse(wrong.stdout)).toMatchObject({ ok: false, code: 'usage' });
    },
    longestTest,
  );

  it(
    'publishes into DynamoDB, decides by what is there, and gives the files back',
    async () => {
      const published = await run(['publish', bank, '--because', 'opening day', '--json']);
      const decided = await run(['decide', 'cascade-bank@1', '--context', '-', '--json'], {
        input: '{"reason": "fraud"}',
      });
      const exported = await run(['export', 'cascade-bank', '--to', folder]);

      expect(JSON.parse(published.stdout)).toMatchObject({ ok: true, version: 1, basedOn: 0 });
      expect(JSON.parse(decided.stdout)).toMatchObject({
        ruleId: 'cards-day-and-night',
        table: 'cascade-bank version 1',
      });
      expect(exported).toMatchObject({ exitCode: 0, stderr: '' });
      expect(await readFile(join(folder, 'routing-table.yaml'), 'utf8')).toBe(await readFile(bank, 'utf8'));
      expect(await readFile(join(folder, 'branches.csv'), 'utf8')).toContain('seattle-downtown');
    },
    longestTest,
  );

  it(
    'says which setting is missing',
    async () => {
      const ended = await run(['list', '--json'], { store: false });

      expect(ended.exitCode).toBe(2);
      expect(JSON.parse(ended.stdout)).toMatchObject({
        ok: false,
        code: 'environment-invalid',
        message: expect.stringContaining('ROUTING_TABLES_TABLE'),
      });
    },
    longestTest,
  );
});
