import { Household } from '../../../../../infra/local/alexa/service/household.ts';
import { settle, type SkillEvent } from '../../../../../infra/local/alexa/service/skill-events.ts';
import { exampleBank } from '../../../../../infra/local/demo/example-bank/example-bank.ts';
import type { CommandOutcome, CommandWorld } from '../../../../../infra/local/talk/commands/command.ts';
import { runCommand } from '../../../../../infra/local/talk/commands/commands.ts';
import { examplePeople } from '../../../../../infra/local/talk/household.ts';

interface AtHome {
  readonly household: Household;
  readonly told: SkillEvent['type'][];
  readonly ordered: unknown[][];
  readonly type: (line: string) => Promise<CommandOutcome>;
}

async function atHome(someoneAnswered = true): Promise<AtHome> {
  const { account } = await exampleBank();
  const household = new Household({ ...account, people: examplePeople });
  const told: SkillEvent['type'][] = [];
  const ordered: unknown[][] = [];
  const note =
    (what: string) =>
    (...words: unknown[]): void =>
      void ordered.push([what, ...words]);
  const world: CommandWorld = {
    alexa: {
      household,
      faults: { next: note('fault') },
      skillEvent: async (event) => {
        told.push(event.type);
        settle(household, event);
        return { kind: 'delivered', request: {} as never };
      },
    },
    branches: { behave: note('branch') },
    advisers: { behave: note('adviser') },
    branchIds: ['tacoma', 'spokane'],
    call: { otherSideHangsUp: () => someoneAnswered },
    locale: 'en-US',
  };
  const type = (line: string): Promise<CommandOutcome> => {
    const [name = '', ...words] = line.split(' ');
    return runCommand(name, words, world);
  };
  return { household, told, ordered, type };
}

describe('a command', () => {
  it('allows a thing in the app, and the skill is told', async () => {
    const { household, told, type } = await atHome();

    await type('grant geolocation');

    expect(household.grantedPermissions).toContain('alexa::devices:all:geolocation:read');
    expect(told).toEqual(['SkillPermissionAccepted']);
  });

  it('takes a thing back, and leaves the others', async () => {
    const { household, told, type } = await atHome();
    const before = household.grantedPermissions;

    await type('deny mobile-number');

    expect(household.grantedPermissions).toEqual(before.filter((scope) => !scope.includes('mobile_number')));
    expect(told).toEqual(['SkillPermissionChanged']);
  });

  it('disables the skill', async () => {
    const { told, type } = await atHome();

    const outcome = await type('disable');

    expect(told).toEqual(['SkillDisabled']);
    expect(outcome.kind).toBe('done');
  });

  it('changes whose voice is recognised, and back', async () => {
    const { household, type } = await atHome();

    await type('as diego');
    const then = household.speaker;
    await type('as nobody');

    expect([then, household.speaker]).toEqual(['diego', undefined]);
  });

  it('tells who one is to Alexa', async () => {
    const { type } = await atHome();

    const outcome = await type('who');

    expect(outcome).toEqual({
      kind: 'done',
      lines: expect.arrayContaining([expect.stringContaining('Maria Lopez'), expect.stringContaining('maria, diego')]),
    });
  });

  it.each([
    { line: 'fault profile 429', does: ['fault', 'profile', 429, 1] },
    { line: 'fault session hang 2', does: ['fault', 'session', 'hang', 2] },
    { line: 'fault address 3000ms', does: ['fault', 'address', { afterMs: 3000 }, 1] },
    { line: 'branch tacoma busy', does: ['branch', 'tacoma', 'busy'] },
    { line: 'adviser never', does: ['adviser', { kind: 'neverComes' }] },
  ])('/$line changes the world', async ({ line, does }) => {
    const { ordered, type } = await atHome();

    await type(line);

    expect(ordered).toEqual([does]);
  });

  it.each([
    { line: 'dance', says: /help/ },
    { line: 'constructor', says: /help/ },
    { line: 'grant everything', says: /mobile-number/ },
    { line: 'as bob', says: /maria, diego/ },
    { line: 'fault profile', says: /429/ },
    { line: 'fault profile 199', says: /429/ },
    { line: 'fault oven 500', says: /profile/ },
    { line: 'fault profile 500 0', says: /429/ },
    { line: 'branch ballard busy', says: /tacoma, spokane/ },
    { line: 'branch tacoma sings', says: /busy/ },
    { line: 'adviser sings', says: /never/ },
  ])('/$line says what can be done', async ({ line, says }) => {
    const { ordered, told, type } = await atHome();

    const outcome = await type(line);

    expect(outcome).toEqual({ kind: 'notDone', because: expect.stringMatching(says) });
    expect([...ordered, ...told]).toEqual([]);
  });

  it('/bye has nobody to hang up while nobody has answered', async () => {
    const { type } = await atHome(false);

    expect((await type('bye')).kind).toBe('notDone');
  });

  it('/help lists every command', async () => {
    const { type } = await atHome();

    const outcome = await type('help');

    for (const name of ['who', 'as', 'grant', 'deny', 'disable', 'enable', 'fault', 'branch', 'adviser', 'bye', 'quit'])
      expect(outcome).toEqual({ kind: 'done', lines: expect.arrayContaining([expect.stringMatching(`^/${name}\\b`)]) });
  });

  it('/quit leaves', async () => {
    const { type } = await atHome();

    expect(await type('quit')).toEqual({ kind: 'quit' });
  });
});
