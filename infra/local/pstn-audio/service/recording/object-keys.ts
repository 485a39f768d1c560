/** What AWS puts before a call recording's key when the destination names a bucket alone. */
const defaultPrefix = 'Amazon-Chime-SMA-Call-Recordings';

export interface RecordedLeg {
  readonly transactionId: string;
  readonly callId: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

export interface RecordingPlace {
  readonly bucket: string;
  readonly key: string;
}

/**
 * Where a recording of StartCallRecording goes: prefix, the date the leg began at, its time, transaction and leg, in UTC
 * (Amazon Chime SDK developer guide, start-call-recording).
 * @param location a bucket, or a bucket, a slash and a prefix
 */
export function callRecordingPlace(
  location: string,
  { transactionId, callId, startedAt }: RecordedLeg,
): RecordingPlace {
  const [bucket = '', ...rest] = location.split('/');
  const prefix = rest.filter((part) => part !== '').join('/') || defaultPrefix;
  const [, year, month, day, time] = /^(\d+)-(\d\d)-(\d\d)T(.+)Z$/.exec(new Date(startedAt).toISOString()) ?? [];
  const moment = `${year}-${month}-${day}-${time?.replaceAll(/[:.]/g, '-')}`;
  return { bucket, key: `${prefix}/${year}/${month}/${day}/${moment}_${transactionId}_${callId}.wav` };
}

/**
 * The key of a recording of RecordAudio. AWS's page shows `<call id>-recordings-<counter>.wav` and public handlers rely on the
 * prefix in front of it; that a slash parts them is our reading of "prefix".
 */
export function audioRecordingKey(prefix: string | undefined, callId: string, counter: number): string {
  const name = `${callId}-recordings-${counter}.wav`;
  if (prefix === undefined) return name;
  return prefix.endsWith('/') ? `${prefix}${name}` : `${prefix}/${name}`;
}
