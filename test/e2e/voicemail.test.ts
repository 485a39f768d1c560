import { framesHeard } from '../support/questions.ts';
import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import { voices } from '../../infra/local/cloud/local-cloud.ts';
import { exampleBank } from '../../infra/local/demo/example-bank/example-bank.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { recorded } from '../support/recorded.ts';

let bank: CloudFixture;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voicemail-'));
  await mkdir(join(folder, 'voicemail'));
  bank = await anExampleBank(await bankThatTakesMessages());
}, 60_000);
afterAll(async () => {
  await bank.close();
  await rm(folder, { recursive: true });
}, 30_000);

/** The example bank, which takes messages about lost cards, and nothing else about them. */
async function bankThatTakesMessages(): Promise<(tenant: Tenant) => Tenant> {
  const file = join(folder, 'routing-table.yaml');
  const table = parse(await readFile((await exampleBank()).routingTable.file, 'utf8')) as { rules: unknown[] };
  const rule = {
    id: 'lost-cards-by-message',
    when: { reason: ['lost-card'] },
    attempts: [{ voicemail: { id: 'lost-cards', words: 'Say it after this.', maximum: 30 } }],
  };
  await writeFile(file, stringify({ ...table, rules: [rule, ...table.rules.slice(1)] }));
  return (tenant) => ({
    ...tenant,
    routingTable: { ...tenant.routingTable, file },
    voicemailBucket: 'voicemail',
    pstnAudio: { ...tenant.pstnAudio, Buckets: { voicemail: join(folder, 'voicemail') } },
  });
}

describe('a caller whom a rule sends to voicemail', () => {
  it('is greeted, and what they say until they hang up lies in the bucket', async () => {
    const order = await bank.ordered('ask example bank to call support about my lost card', accountNumber, 'yes');

    const outcome = await (await bank.dial(order)).outcome;
    if (outcome.kind !== 'connected') throw new Error(`nobody answered: ${outcome.kind}`);
    await outcome.call.hearsSound();
    await outcome.call.hearsSilence();
    await framesHeard(outcome.call, 50);
    outcome.call.hangUp();
    await bank.cloud.pstnAudio.idle();

    const [name = ''] = await readdir(join(folder, 'voicemail'), { recursive: true }).then((names) =>
      names.filter((each) => each.endsWith('.wav')),
    );
    expect(name).toMatch(/^voicemail\/lost-cards\//);
    const message = recorded(await readFile(join(folder, 'voicemail', name)));
    expect(message.heard(0, voices.caller)).not.toEqual([]);
    expect(message.milliseconds).toBeGreaterThan(500);
  });
});
