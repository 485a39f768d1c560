import { loadProblem } from '../../../../../../infra/local/pstn-audio/standalone/functions/load-problem.ts';

describe('a handler that cannot be loaded', () => {
  it('is asked for when its file has been deleted', async () => {
    const definition = {
      name: 'a',
      directory: '/nowhere',
      file: 'h.js',
      handler: 'h.handler',
      timeoutSeconds: 3,
      memoryMegabytes: 128,
    };
    const error = { errorType: 'Runtime.ImportModuleError', errorMessage: "Error: Cannot find module 'h'" };

    expect(await loadProblem(definition, error)).toBe(
      "Cannot find module 'h' – h.js is not there any more: put it back, or change Module",
    );
  });
});
