import { checkPstnAudioConfig } from '../../../../../../infra/local/pstn-audio/config/config.ts';
import { problemLine } from '../../../../../../infra/local/pstn-audio/config/problem.ts';
import { changed, wholeConfig } from './config-fixture.ts';

function problemsOf(value: unknown): readonly string[] {
  const reading = checkPstnAudioConfig(value);
  return reading.kind === 'wrong' ? reading.problems.map(problemLine) : [];
}

describe('a configuration with wrong fields', () => {
  it('is looked at as a whole all the same', () => {
    const noPort = changed('Sip.Port', -1);
    const noSuchApplication = changed('SipRules[0].TargetApplications[0].SipMediaApplicationId', 'south', noPort);

    expect(problemsOf(noSuchApplication)).toEqual([
      'Sip.Port: must be at least 0',
      'SipRules[0].TargetApplications[0].SipMediaApplicationId: is not among SipMediaApplications: add the application there',
    ]);
  });

  it('has its places told as the file has them, whatever is left out before', () => {
    const [first, second] = wholeConfig.SipRules;
    const rules = [{ ...first!, Name: '' }, { ...second!, TriggerValue: 'nowhere.test' }, second!];
    const twice = changed('SipRules', [...rules, { ...second! }]);

    expect(problemsOf(twice)).toEqual([
      'SipRules[0].Name: must have at least 1 character',
      'SipRules[2].SipRuleId: is that of SipRules[1] too: give each an id of its own',
      'SipRules[3].SipRuleId: is that of SipRules[1] too: give each an id of its own',
      'SipRules[3].TriggerValue: is that of SipRules[2] too: a trigger has one rule; name several TargetApplications in it',
      'SipRules[1].TriggerValue: is no OutboundHostName of VoiceConnectors: name one of them',
    ]);
  });

  it.each([
    { case: 'is wrong itself', config: changed('PhoneNumbers[0].E164PhoneNumber', '555-0111') },
    { case: 'stands in a section that is wrong', config: changed('PhoneNumbers', {}) },
    {
      case: 'stands in a section with a wrong name',
      config: changed('PhoneNumbers', undefined, changed('Numbers', wholeConfig.PhoneNumbers)),
    },
  ])('does not miss what $case', ({ config }) => {
    expect(problemsOf(config).filter((line) => line.includes('is not among PhoneNumbers'))).toEqual([]);
  });

  it('misses what is nowhere, though another section has a wrong name', () => {
    const config = changed('SipRules[0].TriggerValue', '+16075550199', changed('Buckts', {}));

    expect(problemsOf(config)).toEqual([
      'Buckts: is not known here – did you mean "Buckets"?',
      'SipRules[0].TriggerValue: is not among PhoneNumbers: add it there, with ProductType SipMediaApplicationDialIn',
    ]);
  });
});
