/**
 * What editors show beside a field. Paths are those of a table file: `*` stands for an id, `[]` for an entry of a list;
 * `attempt` for an attempt wherever it stands, `service` for a rule or the default, `holiday` for a holiday.
 */
export const fieldHelp: Readonly<Record<string, string>> = {
  name: "The table's id: what publish, show and the functions' setting ROUTING_TABLE_NAME call it.",
  locale:
    'Of texts that name none, and of callers of whom none is known: fr-CA. Left out: an American voice speaks to such callers.',
  callerId: 'A number that the account owns, in E.164 and in quotes: shown to whoever is called.',
  dialling: 'Which numbers may be dialled at all. Nothing else ever is, whatever a rule or a look-up says.',
  'dialling.allow': 'How numbers begin that may be dialled: "+1".',
  'dialling.deny': 'How numbers begin that must not be dialled, even if they are allowed: "+1900". A denial wins.',
  patience:
    'How long callers wait, all attempts together, in seconds: 10 to 900. A plan that may take longer is reported.',

  reasons: 'Why people call. The skill takes what callers say from here; rules name the ids.',
  'reasons.*.name': 'As an agent reads it: "a lost or stolen card". One text, or texts by locale with default.',
  'reasons.*.synonyms': 'What callers say for it: a list, or lists by locale.',

  menu: 'Asked of callers who dial and of whom nothing is known, where it matters. Left out: the first nine reasons are offered.',
  'menu.greeting': 'Said before the question: one text, or texts by locale with default.',
  'menu.reasons': 'Ids of 1 to 9 reasons, in the order of the keys. Their names are said.',

  holidayLists: 'Holidays that several schedules share.',
  schedules: 'Opening hours. "always" needs no definition.',
  'schedules.*.like': "Another schedule's id: what is not given here is as it is there.",
  'schedules.*.timeZone': 'IANA name: America/Los_Angeles.',
  'schedules.*.weekly':
    'Hours by day: { mon-fri: ["09:00-17:00"] }. Days that are not named are closed. "22:00-02:00" ends on the next day.',
  'schedules.*.holidays': 'Ids of holidayLists, and holidays of its own. They beat the week.',
  'schedules.*.overrides': 'Days that beat both week and holidays, from one date to another.',
  'schedules.*.overrides[].from': 'The first day: 2026-12-28.',
  'schedules.*.overrides[].to': 'The last day, itself included. Left out: that one day.',
  'schedules.*.overrides[].hours': 'Hours of those days; [] for closed.',
  'holiday.date': 'One date: 2026-12-25. Give either date or every.',
  'holiday.every': 'Every year: "12-25" (month and day), "4th thu of nov", "last mon of may".',
  'holiday.observed': 'Where it is kept when it falls on a weekend. For every only.',
  'holiday.hours': 'Hours of that day; closed when left out.',

  contactCenters: 'Contact centres behind Amazon Chime SDK Voice Connectors.',
  'contactCenters.*.voiceConnector': 'ARN of the Voice Connector or Voice Connector group.',
  'contactCenters.*.user': 'User part of the SIP URI that is called, 1 to 30 characters: "+12065550150".',
  'contactCenters.*.headerProfile': 'How the call-context id is written into the INVITE: as the platform reads it.',
  'contactCenters.*.headerName': 'Name of the header, for x-header.',
  'contactCenters.*.headerLimit':
    'The most characters that the platform takes as the value of that header, where it is fewer than usual.',
  'contactCenters.*.headers': 'Headers that are the same for every call: { X-Queue: cards }. Nothing about the caller.',

  lookUps: 'Services of yours that say where a call goes.',
  'lookUps.*.url': 'https, or http on this machine for trying things out. Gets a signed POST, has 800 ms.',

  branches: 'Places that answer calls: by id, or the name of a .csv, .geojson, .json or .yaml file beside this one.',
  'branches.*.number': 'E.164, in quotes: "+12065550141".',
  'branches.*.coordinates':
    'Latitude and longitude in degrees: [47.608, -122.3351]. Left out: where the postal code lies.',
  'branches.*.postalCode': 'A US ZIP code gives the place where there are no coordinates.',
  'branches.*.country': 'Of the postal code: two letters, US when left out.',
  'branches.*.services': 'What rules ask nearestBranch for.',
  'branches.*.schedule': 'When it is open: the id of a schedule, or always.',
  'branches.*.capacity':
    'How many callers it can serve at once: 1 to 65,535. Shares callers out where rules have spread.',

  rules: 'The first that fits takes the call.',
  'rules[].id': 'What explanations, records and findings call it.',
  'rules[].when':
    'All of it must hold. Left out, the rule fits everybody. What is not known of a caller does not hold.',
  'rules[].when.reason': 'Ids of reasons, or other for what fits none of them.',
  'rules[].when.entry': 'How the call came in.',
  'rules[].when.locale': 'en-US, or a language alone for all its regions: en.',
  'rules[].when.country': 'ISO 3166-1, two letters: US.',
  'rules[].when.state': 'States or regions as addresses write them: WA.',
  'rules[].when.postalPrefix': 'How postal codes begin, in quotes: "981", "K1A".',
  'rules[].when.callerPrefix': 'How callers\' own numbers begin, in quotes: "+1206".',
  'rules[].when.attribute':
    'By name, what an attribute of the call context must be: a value, a list, { prefix: [A] }, { from: 0, below: 100 } (below is not included), { exists: true }.',
  'rules[].when.schedule': 'By id, whether a schedule must be open or closed.',
  'rules[].when.share': 'Per cent of callers, by a stable lot: above 0, below 100.',
  'rules[].attempts': 'Made in this order, until somebody answers.',
  'service.recording':
    'always: the conversation is recorded, and callers are told before. ask: only if they press 1. Left out: nothing is recorded.',
  'service.afterwards':
    'What callers are offered when the other side hangs up first: anotherTry (to be connected again by pressing 1) or survey (1 to 5).',
  'service.keys':
    'What callers can press while they talk, by the digit after "*": { 1: nextPerson, 9: hangUp }. pauseRecording and resumeRecording are the others.',
  default: 'For callers whom no rule fits.',
  'default.attempts': 'Must reach somebody: a contactCenter, a branch, a phone or a voicemail.',

  attempt: 'One try to reach somebody: exactly one kind, with timeout and onOutcome where they apply.',
  'attempt.contactCenter': 'The id of one of contactCenters.',
  'attempt.branch': 'The id of one of branches.',
  'attempt.phone': 'A number of its own.',
  'attempt.meeting': 'A meeting that an adviser joins: its name, 2 to 32 characters.',
  'attempt.lookUp': 'The id of one of lookUps: your own service says where the call goes.',
  'attempt.message': 'Words to the caller, up to 500 characters; the next attempt follows, or the end.',
  'attempt.voicemail': 'Words, a tone, and what the caller says is recorded.',
  'attempt.voicemail.maximum': 'How long the caller may speak, in seconds: 1 to 600.',
  'attempt.nearestBranch': "The nearest open branches, by the caller's place.",
  'attempt.nearestBranch.service': 'One that branches offer. Left out, any branch will do.',
  'attempt.nearestBranch.within': 'Kilometres, as the crow flies.',
  'attempt.nearestBranch.upTo': 'How many branches to try, nearest first: 1 to 10.',
  'attempt.nearestBranch.spread':
    'Branches at most this many kilometres farther than the nearest share its callers, by capacity.',
  'attempt.choice': 'One of several by lot, in proportion to their weights, always the same for the same call.',
  'attempt.choice.upTo': 'How many of them to try, one after the other: 1 to 10.',
  'attempt.choice.from': 'Two or more attempts, each with a weight.',
  'attempt.weight': 'Its part of the lot: 1 to 10,000.',
  'attempt.timeout':
    'Ring time in seconds: 1 to 120, 30 when left out. Of a meeting: how long an adviser is waited for, 60 when left out.',
  'attempt.onOutcome':
    'What follows which outcome, where it differs from the usual: next, nextKind (another kind) or end.',
};
