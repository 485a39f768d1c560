import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { LookUpQuestion } from '../../shared/contracts/look-up.ts';
import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { answeringJson, LookUpService } from '../support/look-up-service.ts';

const key = new Uint8Array(32).fill(9);

let service: LookUpService;
let bank: CloudFixture;
let folder: string;
beforeAll(async () => {
  service = await new LookUpService(key).open();
  folder = await mkdtemp(join(tmpdir(), 'look-up-'));
  const file = join(folder, 'routing-table.yaml');
  bank = await anExampleBank(await bankThatAsks(file));
}, 60_000);
afterAll(async () => {
  await bank.close();
  await service.close();
  await rm(folder, { recursive: true });
}, 30_000);

/** The example bank, with a service of its own that says where lost cards go. */
async function bankThatAsks(file: string): Promise<(tenant: Tenant) => Tenant> {
  const { exampleBank } = await import('../../infra/local/demo/example-bank/example-bank.ts');
  const table = parse(await readFile((await exampleBank()).routingTable.file, 'utf8')) as { rules: unknown[] };
  const rule = {
    id: 'lost-cards-by-directory',
    when: { reason: ['lost-card'] },
    attempts: [
      { lookUp: 'directory', timeout: 20 },
      { contactCenter: 'support', timeout: 20 },
    ],
  };
  const withLookUp = { ...table, lookUps: { directory: { url: service.url } }, rules: [rule, ...table.rules.slice(1)] };
  await writeFile(file, stringify(withLookUp));
  return (tenant) => ({
    ...tenant,
    routingTable: { ...tenant.routingTable, file },
    lookUpSigningKeys: JSON.stringify({ current: 'k', keys: { k: Buffer.from(key).toString('base64') } }),
  });
}

const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;

describe('a call whose destination a service of the operator determines', () => {
  it('rings the number that the service names, after a signed question that says who calls and why', async () => {
    service.answer = answeringJson({ destination: { phone: '+12535550143' } });
    const order = await bank.ordered(...lostCard);

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({
      destination: { kind: 'branch', id: 'tacoma', callee: '+12535550143' },
      heard: [true, true],
    });
    const asked = service.asked.at(-1);
    expect(asked?.objection).toBeUndefined();
    expect(JSON.parse(asked?.body ?? '{}') as LookUpQuestion).toMatchObject({
      lookUp: 'directory',
      ruleId: 'lost-cards-by-directory',
      tableVersion: 1,
      callerName: 'Maria Lopez',
      accountId: '12345678',
      reason: { id: 'lost-card' },
      location: { postalCode: '98109' },
    });
  });

  it('rings a branch of the table that the service names', async () => {
    service.answer = answeringJson({ destination: { branch: 'spokane' }, timeout: 15 });
    const order = await bank.ordered(...lostCard);

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({ destination: { kind: 'branch', id: 'spokane' }, heard: [true, true] });
  });

  it('rings the next attempt when the service answers too late', async () => {
    service.answer = () => undefined;
    const order = await bank.ordered(...lostCard);

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({
      destination: { kind: 'contactCenter', id: 'support' },
      contextSeen: { callerName: 'Maria Lopez' },
      heard: [true, true],
    });
    expect(talk.invocations[0]).toMatchObject({ deliveries: 1 });
  });

  it('rings the next attempt when the service names a number that the table denies', async () => {
    service.answer = answeringJson({ destination: { phone: '+19005550199' } });
    const order = await bank.ordered(...lostCard);

    const talk = await bank.talk(order);

    expect(talk.destination.kind).toBe('contactCenter');
    expect(bank.logged.join('\n')).toContain('number-not-allowed');
  });

  it('logs nothing personal of it', () => {
    const logged = bank.logged.join('\n');

    expect(logged).toContain('look-up-answered');
    for (const personal of ['Maria', 'Lopez', '2065550123', '12345678', '98109', '2535550143', '9005550199'])
      expect(logged).not.toContain(personal);
  });
});
