/** Invocation payloads, request and response: 6 MB (AWS Lambda developer guide, gettingstarted-limits), to the byte as errors state it. */
export const maximumRequestBytes = 6_291_456;
export const maximumResponseBytes = 6_291_556;

/** The init phase may take 10 s (AWS Lambda developer guide, lambda-runtime-environment). */
export const initMilliseconds = 10_000;
