import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  providerActions,
  providerPermissions,
  resourceTypes,
} from '../../../../../infra/aws/chime-provider/provider-actions.ts';

const folder = fileURLToPath(new URL('../../../../../infra/aws/chime-provider/', import.meta.url));
const fileOf = {
  'Custom::ChimePhoneNumber': 'phone-number.ts',
  'Custom::SipMediaApplication': 'sip-media-application.ts',
  'Custom::VoiceConnector': 'voice-connector.ts',
  'Custom::VoiceConnectorLogging': 'voice-connector-logging.ts',
  'Custom::SipRule': 'sip-rule.ts',
} as const;

/** The commands of the SDK in a file and in all that it imports from its own folder. */
function commandsIn(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return new Set();
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  const commands = [...text.matchAll(/new (\w+)Command\(/g)].map(([, name = '']) => name);
  const imported = [...text.matchAll(/from '(\.\/[^']+)'/g)].map(([, file = '']) => resolve(dirname(path), file));
  return new Set([...commands, ...imported.flatMap((each) => [...commandsIn(each, seen)])]);
}

describe('what the provider is allowed', () => {
  it.each(resourceTypes)('%s: exactly the operations that its code asks for', (type) => {
    const commands = commandsIn(resolve(folder, fileOf[type]));

    const allowed = providerActions[type].filter((action) => action.startsWith('chime:'));

    expect(commands.size).toBeGreaterThan(0);
    expect(allowed.toSorted()).toEqual([...commands].map((command) => `chime:${command}`).sort());
  });

  it('is told once each, by what it may be done to', () => {
    for (const type of resourceTypes) {
      const lists = Object.values<readonly string[]>({ ...providerPermissions[type] }).flat();

      expect(new Set(lists).size).toBe(lists.length);
      expect(lists.toSorted()).toEqual(providerActions[type].toSorted());
    }
  });

  it('reaches logs only where a Voice Connector’s logs are set up', () => {
    const withLogs = resourceTypes.filter((type) => providerActions[type].some((action) => action.startsWith('logs:')));

    expect(withLogs).toEqual(['Custom::VoiceConnectorLogging']);
  });
});
