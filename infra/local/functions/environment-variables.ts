import type { LocalFunction } from './local-function.ts';

/**
 * All that a function sees in process.env: Lambda's defined variables (AWS Lambda developer guide, configuration-envvars)
 * and the function's own, which cannot replace the reserved ones. Nothing of the developer's machine but PATH gets in.
 * The credentials are dummies: they open nothing.
 */
export function environmentVariables(options: {
  readonly definition: LocalFunction;
  readonly runtimeApi: string;
  readonly region: string;
  readonly logStream: string;
}): Record<string, string> {
  const { definition, runtimeApi, region, logStream } = options;
  return {
    PATH: process.env['PATH'] ?? '',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    NODE_OPTIONS: '',
    ...definition.environment,
    _HANDLER: definition.handler,
    AWS_ACCESS_KEY_ID: 'LOCALACCESSKEY',
    AWS_SECRET_ACCESS_KEY: 'local-secret',
    AWS_SESSION_TOKEN: 'local-session',
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_LAMBDA_RUNTIME_API: runtimeApi,
    AWS_REGION: region,
    LAMBDA_TASK_ROOT: definition.directory,
  };
}
