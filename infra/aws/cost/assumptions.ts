/** What the estimate takes for granted of calls. Shares are of all calls, 0 to 1. */
export const assumptions = {
  /** Rung back by the skill, where `callback` is a way in; the others dial the number. */
  callbackShare: 0.5,
  /** Put through to a contact centre, where there is a Voice Connector; else to a telephone. */
  voiceConnectorShare: 0.75,
  /** Put through to an adviser in a meeting; what is left goes to a telephone. */
  meetingShare: 0.05,
  recordedShare: 0.1,
  /** Announcements and ringing, before the two speak. */
  minutesBefore: 0.5,
  /** Said to the caller by a neural voice: Amazon Polly bills it. */
  charactersSpoken: 200,
  /** Milliseconds an invocation takes, services that it asks included. */
  duration: { skill: 200, sma: 50, 'console-api': 60 },
  /** A stored item, its index entries included. */
  kilobytesOfItem: 1,
  /** How long call records are kept, in months. */
  monthsOfRecords: 3,
  /** Kilobytes that one invocation logs: Lambda's own lines, ours, metrics. */
  kilobytesLogged: 2,
  /** Kilobytes of SIP messages that a Voice Connector logs of a call. */
  kilobytesOfSip: 20,
  /** Stereo, 8,000 samples of 16 bits a second: megabytes a minute. */
  recordingMegabytes: 1.92,
  /** As they are synthesised; the canary's comes on top in the primary Region. */
  alarms: { primary: 46, standby: 25 },
  /** Operators, agents and viewers who sign in to the console in a month. */
  peopleWhoSignIn: 10,
  /** For which each of them has the live list of calls before them in a month: it is asked for once a second. */
  hoursOfLiveList: 20,
  /** Whatever else a person's window asks for in a month, files and the API together. */
  requestsOfPerson: 5000,
  /** Of an answer to a window, headers included. */
  kilobytesOfAnswer: 3,
  /** Metrics of our own with their dimensions, in the Region that takes the calls. */
  metrics: 40,
  secrets: 3,
  /** Requests a month that do not depend on calls: keys and secrets are kept in memory for minutes. */
  keyRequests: 200_000,
  secretRequests: 50_000,
} as const;
