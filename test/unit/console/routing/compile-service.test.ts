import { smallTableFile, tableFileWith } from '../../../support/table-file-builder.ts';
import { errorsOf, findingsOf, tableOf } from './compile-fixture.ts';

const ruleEnd = '    when: { reason: [billing] }\n';

/** The small table with more in its only rule. */
function ruleWith(fields: string): string {
  return tableFileWith(ruleEnd, `${ruleEnd}    ${fields}\n`);
}

function defaultWith(fields: string): string {
  return tableFileWith('default:\n', `default:\n  ${fields}\n`);
}

const everything =
  '{ recording: ask, afterwards: anotherTry, keys: { 0: nextPerson, 7: pauseRecording, 8: resumeRecording, 9: hangUp } }';
const fields = everything.slice(2, -2);

describe('what a table file grants callers', () => {
  it('is granted by the rule and by the default', () => {
    const service = {
      recording: 'ask',
      afterwards: 'anotherTry',
      keys: { 0: 'nextPerson', 7: 'pauseRecording', 8: 'resumeRecording', 9: 'hangUp' },
    };
    const rule = `- { id: all, attempts: [{contactCenter: support}], ${fields} }`;
    const text = tableFileWith(
      'default:\n  attempts:\n    - contactCenter: support',
      `  ${rule}\ndefault: { attempts: [{contactCenter: support}], ${fields} }`,
    );

    const { rules, defaultService } = tableOf(text);

    expect(rules[1]?.service).toEqual(service);
    expect(defaultService).toEqual(service);
  });

  it.each([
    { case: 'nothing is written', text: tableFileWith('id: bills', 'id: bills') },
    { case: 'no key does anything', text: ruleWith('keys: {}').replace('default:\n', 'default:\n  keys: {}\n') },
  ])('is absent when $case', ({ text }) => {
    const table = tableOf(text);

    expect(Object.keys(table.rules[0]!)).toEqual(['id', 'when', 'attempts']);
    expect(Object.keys(table)).not.toContain('defaultService');
  });

  it.each([
    { text: ruleWith('recording: sometimes'), path: 'rules[0].recording', says: 'one of always, ask' },
    { text: ruleWith('afterwards: [survey]'), path: 'rules[0].afterwards', says: 'one of anotherTry, survey' },
    { text: ruleWith('keys: { 1: jump }'), path: 'rules[0].keys.1', says: 'one of nextPerson, hangUp' },
    { text: ruleWith('keys: { "*1": hangUp }'), path: 'rules[0].keys.*1', says: 'did you mean "1"?' },
    { text: defaultWith('keys: [hangUp]'), path: 'default.keys', says: 'must be an object with 0, 1' },
    { text: defaultWith('recordings: ask'), path: 'default.recordings', says: 'did you mean "recording"?' },
  ])('is refused with $path', ({ text, path, says }) => {
    expect(errorsOf(text)).toEqual([
      expect.objectContaining({ path, message: expect.stringContaining(says), line: expect.any(Number) }),
    ]);
  });

  it.each([
    { text: ruleWith('keys: { 3: pauseRecording }'), path: 'rules[0].keys.3', does: 'pauses a recording' },
    { text: ruleWith('keys: { 4: resumeRecording }'), path: 'rules[0].keys.4', does: 'resumes a recording' },
    { text: defaultWith('keys: { 4: resumeRecording, 9: hangUp }'), path: 'default.keys.4', does: 'resumes' },
  ])('should not pause what is not recorded: $path', ({ text, path, does }) => {
    const found = findingsOf(text).filter(({ code }) => code === 'key-without-recording');

    expect(found).toEqual([
      expect.objectContaining({
        severity: 'warning',
        path,
        message: expect.stringContaining(does),
        line: expect.any(Number),
        witness: expect.any(Object),
      }),
    ]);
  });

  it('may pause what is recorded', () => {
    const codes = findingsOf(ruleWith('recording: ask\n    keys: { 3: pauseRecording }')).map(({ code }) => code);

    expect(codes).not.toContain('key-without-recording');
  });

  it('is a reason to keep a rule that tries nobody else than what follows', () => {
    const redundant = (text: string): boolean => findingsOf(text).some(({ code }) => code === 'rule-redundant');

    expect(redundant(smallTableFile)).toBe(true);
    expect(redundant(ruleWith('recording: ask'))).toBe(false);
    expect(redundant(ruleWith('recording: ask').replace('default:\n', 'default:\n  recording: ask\n'))).toBe(true);
  });

  it('is how long an adviser is waited for, in a rule and in a choice', () => {
    const text = tableFileWith(
      '      - contactCenter: support\n',
      '      - meeting: adviser\n        timeout: 90\n      - meeting: adviser\n      - choice: {from: [{meeting: adviser, weight: 1, timeout: 120}, {contactCenter: support, weight: 1}]}\n',
    );

    const [first, second, choice] = tableOf(text).rules[0]!.attempts;

    expect([first, second]).toEqual([
      { kind: 'meeting', id: 'adviser', timeoutSeconds: 90 },
      { kind: 'meeting', id: 'adviser' },
    ]);
    expect(choice).toMatchObject({ from: [{ attempt: { timeoutSeconds: 120 } }, { attempt: { timeoutSeconds: 30 } }] });
  });
});
