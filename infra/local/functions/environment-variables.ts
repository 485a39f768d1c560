import type { LocalFunction } from './local-function.ts';

/** They open nothing. A function that is to reach real AWS may bring its own: on AWS nobody can set these names. */
const dummyCredentials = {
  AWS_ACCESS_KEY_ID: 'LOCALACCESSKEY',
  AWS_SECRET_ACCESS_KEY: 'local-secret',
  AWS_SESSION_TOKEN: 'local-session',
};

/**
 * All that a function sees in process.env: Lambda's defined variables (AWS Lambda developer guide, configuration-envvars)
 * and the function's own, which cannot replace the reserved ones. Nothing of the developer's machine but PATH gets in.
 * AWS_LAMBDA_RUNTIME_API is missing: the runtime here talks to its host over a pipe.
 */
export function environmentVariables(options: {
  readonly definition: LocalFunction;
  readonly region: string;
  readonly logStream: string;
}): Record<string, string> {
  const { definition, region, logStream } = options;
  return {
    PATH: process.env['PATH'] ?? '',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    NODE_OPTIONS: '',
    ...dummyCredentials,
    ...definition.environment,
    _HANDLER: definition.handler,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime ?? 'nodejs24.x'}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_REGION: region,
    LAMBDA_TASK_ROOT: definition.directory,
  };
}
