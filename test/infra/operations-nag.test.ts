import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { FakeBundle } from '../support/operations-fixture.ts';

const code = new FakeBundle();
beforeAll(() => code.write());
afterAll(() => code.remove());

describe('the AWS Solutions checks', () => {
  it.each(['us-east-1', 'us-west-2'])(
    'find nothing in the operations of %s that is not acknowledged where it stands',
    (region) => {
      const { app } = code.operationsIn(region);
      Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

      const synthesise = (): unknown => app.synth();

      expect(synthesise).not.toThrow();
    },
  );
});
