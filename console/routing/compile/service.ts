import type { FileCallService } from '../../../shared/contracts/table-file/call-service.ts';
import type { CallerKeyCommand, CallService } from '../../../shared/domain/routing/call-service.ts';
import type { FilePath, FindingList } from '../findings.ts';

/** What the command does to a recording, for those that do nothing else. */
const recordingCommands: Partial<Record<CallerKeyCommand, string>> = {
  pauseRecording: 'pauses',
  resumeRecording: 'resumes',
};

/** What a rule or the default grants; `undefined` when it is nothing. `path` leads to the rule or the default. */
export function compileService(
  { recording, afterwards, keys = {} }: FileCallService,
  path: FilePath,
  findings: FindingList,
): CallService | undefined {
  if (recording === undefined)
    for (const [digit, command] of Object.entries(keys)) {
      const does = recordingCommands[command];
      if (does !== undefined)
        findings.warning(
          'key-without-recording',
          [...path, 'keys', digit],
          `${does} a recording, and there is none here: add recording: always or recording: ask, or take the key out`,
        );
    }
  const service = {
    ...(recording === undefined ? {} : { recording }),
    ...(afterwards === undefined ? {} : { afterwards }),
    ...(Object.keys(keys).length === 0 ? {} : { keys }),
  };
  return Object.keys(service).length === 0 ? undefined : service;
}
