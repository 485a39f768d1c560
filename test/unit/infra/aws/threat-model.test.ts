import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { alarmDefinitions } from '../../../../infra/aws/operations/alarm-definitions.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const page = readFileSync(`${root}/infra/aws/threat-model.md`, 'utf8');

interface Threat {
  readonly name: string;
  readonly controls: readonly string[];
  readonly tests: readonly { readonly file: string; readonly name: string }[];
}

const threats = page.split(/^## /m).slice(1).map(threatOf);

function threatOf(section: string): Threat {
  const [name = ''] = section.split('\n');
  const controls = [...bullet(section, 'Control').matchAll(/`([\w./-]+\/[\w.-]+|[\w-]+\.(?:json|md))`/g)];
  const tests = [...bullet(section, 'Test').matchAll(/`([^`]+)` "([^"]+)"/g)];
  return {
    name,
    controls: controls.map(([, file = '']) => file),
    tests: tests.map(([, file = '', test = '']) => ({ file, name: test })),
  };
}

function bullet(section: string, title: string): string {
  return section.split('\n').find((line) => line.startsWith(`- **${title}:**`)) ?? '';
}

describe('the threat model', () => {
  it('knows the threats that there are', () => {
    expect(threats.map(({ name }) => name)).toEqual([
      'Spoofed User-to-User',
      'Enumeration of ids',
      'Toll fraud',
      'Exposure of personal data',
      'Replay',
      'Malicious table edits',
      'Draft tampering',
      'Stolen operator token',
      'Clickjacking',
      'A costly live list',
      'Forged Alexa requests',
      'A leaked signing key',
      'Dependencies',
    ]);
  });

  it.each(threats)('names controls that are there: $name', ({ controls }) => {
    expect(controls).not.toEqual([]);
    expect(controls.filter((file) => !existsSync(`${root}/${file}`))).toEqual([]);
  });

  it.each(threats)('names tests that are there, by their names: $name', ({ tests }) => {
    const missing = tests.filter(({ file, name }) => !namesIn(file).includes(`'${name}'`));

    expect(tests).not.toEqual([]);
    expect(missing).toEqual([]);
  });

  it('names alarms that there are', () => {
    const tables = { callContexts: 'contexts', routingTables: 'tables', callRecords: 'records', console: 'console' };
    const all = alarmDefinitions({ function: (name) => name, tables, metricsNamespace: 'SkillCallBridge/bank-prod' });
    const articles = all.map(({ article }) => article);
    const named = [...page.matchAll(/alarm `([^`]+)`/g)].map(([, name]) => name);

    expect(named.length).toBeGreaterThan(3);
    expect(articles).toEqual(expect.arrayContaining(named));
  });

  it('names no file in a test’s place without its test', () => {
    const named = threats.flatMap(({ tests }) => tests).length;

    expect([...page.matchAll(/`test\//g)]).toHaveLength(named);
  });
});

function namesIn(file: string): string {
  return existsSync(`${root}/${file}`) ? readFileSync(`${root}/${file}`, 'utf8') : '';
}
