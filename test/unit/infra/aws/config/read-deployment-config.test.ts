import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemLine } from '../../../../../infra/aws/config/problem.ts';
import {
  parseDeploymentConfig,
  readDeploymentConfig,
  type ReadingOptions,
} from '../../../../../infra/aws/config/read-deployment-config.ts';

const example = 'infra/aws/deploy.example.yaml';

/** The least that a file says, a field a line. */
const least = `name: example-bank
environment: dev
alexa: { businessName: Example Bank }
phoneNumber: { areaCode: "206" }
defaultDestination: "pstn:+12065550123"
routingTable: example-bank
alarms: { email: operators@example.com }
`;

function problemsOf(text: string, options?: ReadingOptions): readonly string[] {
  const reading = parseDeploymentConfig(text, options);
  return reading.kind === 'read' ? [] : reading.problems.map((problem) => problemLine('deploy.yaml', problem));
}

describe('a deployment config as a file', () => {
  it('is read with its defaults when it says no more than it must', () => {
    const reading = parseDeploymentConfig(least);

    expect(reading).toMatchObject({
      kind: 'read',
      config: {
        regions: { primary: 'us-east-1', standby: 'us-west-2' },
        alexa: { clientIds: [] },
        voiceConnectors: [],
        callIngresses: ['alexa-skill-call', 'callback'],
        recordings: { retainDays: 30 },
        logs: { retainDays: 30 },
        concurrency: { skill: 20, sma: 50, console: 10, routing: 10 },
        console: { embeddedBy: [] },
        tags: {},
      },
    });
  });

  it('says in which line which field is wrong', () => {
    expect(problemsOf(least.replace('"206"', '206'))).toEqual([
      'deploy.yaml:4: phoneNumber.areaCode: must be text: put it in quotes',
    ]);
  });

  it('says so when a line was left blank', () => {
    expect(problemsOf(`${least}account:\n`)).toEqual([
      'deploy.yaml:8: account: is empty: give it a value, or take the line out',
    ]);
  });

  it('says all that is wrong, and each mistake once', () => {
    const problems = problemsOf(
      least.replace('environment: dev', 'enviroment: dev').replace('routingTable: example-bank\n', ''),
    );

    expect(problems).toEqual([
      'deploy.yaml:1: routingTable: is missing',
      'deploy.yaml:2: enviroment: "enviroment" is not known here – did you mean "environment"?',
    ]);
  });

  it('names the line of what is wrong between fields', () => {
    const problems = problemsOf(least.replace('pstn:+12065550123', 'voice-connector:desk#support'));

    expect(problems).toEqual([
      'deploy.yaml:5: defaultDestination: names no Voice Connector of this file: add one to voiceConnectors, or give "pstn:+1…"',
    ]);
  });

  it.each([
    { case: 'empty', text: '' },
    { case: 'a list', text: '- name' },
    { case: 'half a map', text: 'name: {' },
    { case: 'a map with a key twice', text: 'name: a\nname: b' },
    { case: 'two documents', text: 'name: a\n---\nname: b' },
    { case: 'an alias that leads nowhere', text: 'name: *nowhere' },
  ])('is refused, not thrown at, when it is $case', ({ text }) => {
    expect(problemsOf(text)).not.toEqual([]);
  });

  it('may keep what is for examples, but not to be deployed', () => {
    expect(problemsOf(least)).toEqual([]);
    expect(problemsOf(least, { refuseExamples: true })).toEqual([
      'deploy.yaml:5: defaultDestination: is an example that nobody can be reached by: give your own',
      'deploy.yaml:7: alarms.email: is an example that nobody can be reached by: give your own',
    ]);
  });
});

describe('reading a deployment config', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deployment-config-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('takes the example as it stands', async () => {
    const reading = await readDeploymentConfig(example);

    expect(reading).toMatchObject({ kind: 'read' });
  });

  it('tells whoever would deploy the example what they must give, and nothing else', async () => {
    const reading = await readDeploymentConfig(example, { refuseExamples: true });

    expect(reading.kind === 'refused' ? reading.problems.map(({ path }) => path) : []).toEqual([
      'voiceConnectors[0].origination[0].host',
      'voiceConnectors[0].terminationCidrs[0]',
      'alarms.email',
    ]);
  });

  it('reads a file of the user', async () => {
    const file = join(folder, 'deploy.yaml');
    await writeFile(file, least);

    expect(await readDeploymentConfig(file)).toMatchObject({ kind: 'read', config: { name: 'example-bank' } });
  });

  it('says what to do when there is no file', async () => {
    expect(await readDeploymentConfig(join(folder, 'none.yaml'))).toEqual({
      kind: 'refused',
      problems: [{ path: '', problem: 'is not there: copy infra/aws/deploy.example.yaml and fill it in' }],
    });
  });

  it('says so when the file cannot be read', async () => {
    expect(await readDeploymentConfig(folder)).toMatchObject({
      problems: [{ path: '', problem: 'cannot be read (EISDIR)' }],
    });
  });
});
