import { unservedOperations } from '../../../../../../infra/local/pstn-audio/api/operations/not-served.ts';
import { operations } from '../../../../../../infra/local/pstn-audio/api/operations/operations.ts';
import { voiceApiOperations } from '../../../../../../infra/local/pstn-audio/api/start-voice-api.ts';
import { documentedOperations } from './documented-operations.ts';

const bindings: Readonly<Record<string, string>> = {
  ...unservedOperations,
  ...Object.fromEntries(Object.entries(operations).map(([name, { http }]) => [name, http])),
};

describe('the operations of the local Voice API', () => {
  it('are known, served or not, as every operation that the real client has', () => {
    const names = documentedOperations().map(({ name }) => name);

    expect(Object.keys(bindings).sort()).toEqual(names.toSorted());
  });

  it.each(documentedOperations())('have $name where the real client looks for it', ({ name, http }) => {
    expect(bindings[name]).toBe(http);
  });

  it('are told by name to who wants to list them', () => {
    expect(voiceApiOperations).toContain('CreateSipMediaApplicationCall');
    expect(voiceApiOperations).not.toContain('CreateProxySession');
    expect(voiceApiOperations).toHaveLength(Object.keys(operations).length);
  });
});
