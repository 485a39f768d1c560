import { outputs } from '../../infra/aws/outputs.ts';
import { synthesisedApp } from './synthesised-app.ts';

describe('the skill', () => {
  it('may be invoked by Alexa for the one skill, by its id', () => {
    const app = synthesisedApp();
    const template = app.template('Skill');
    app.remove();

    template.resourceCountIs('AWS::Lambda::Permission', 1);
    template.hasResourceProperties('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      Principal: 'alexa-appkit.amazon.com',
      EventSourceToken: 'amzn1.ask.skill.11111111-2222-3333-4444-555555555555',
    });
  }, 120_000);

  it('may be invoked by nobody before it has an id, and says what to do', () => {
    const app = synthesisedApp({ alexa: { clientIds: [], businessName: 'Example Bank' } });
    const template = app.template('Skill');
    app.remove();

    template.resourceCountIs('AWS::Lambda::Permission', 0);
    expect(template.findOutputs(outputs.skillFunctionArn)[outputs.skillFunctionArn]?.['Description']).toMatch(
      /make the skill, write its id into the config, deploy again/,
    );
  }, 120_000);

  it('calls back by the SIP media application of its Region alone', () => {
    const app = synthesisedApp();
    const [role] = Object.values(app.template('Skill').findResources('AWS::IAM::Role'));
    app.remove();

    const statements: { Action: unknown; Resource: unknown }[] = role?.Properties.Policies.flatMap(
      ({ PolicyDocument }: { PolicyDocument: { Statement: unknown[] } }) => PolicyDocument.Statement,
    );
    const [calling, ...more] = statements.filter(({ Action }) => Action === 'chime:CreateSipMediaApplicationCall');

    expect(more).toEqual([]);
    expect(JSON.stringify(calling?.Resource)).toMatch(/SipMediaApplicationArn/);
  }, 120_000);

  it('finds call contexts by their owner, to forget them, and by number, to count how often it was rung', () => {
    const app = synthesisedApp();
    const [role] = Object.values(app.template('Skill').findResources('AWS::IAM::Role'));
    app.remove();

    const asked = JSON.stringify(role?.Properties.Policies).match(/call-contexts\/index\/\w+/g);

    expect(asked).toEqual(['call-contexts/index/byOwner', 'call-contexts/index/byPhoneNumber']);
  }, 120_000);
});
