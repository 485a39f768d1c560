/** The text of a small table that works as it stands, and says what may be changed. Numbers are reserved for fiction. */
export function starterTable(name: string): string {
  return `# Where the calls go. The first rule that fits takes the call, the default takes everybody else.
#   npm run routes -- check <this file>                            is it in order?
#   npm run routes -- decide <this file> --context <caller file>   where does this caller go, and why?
#   npm run routes -- publish <this file> --because "<reason>"     put it in force
# Every word that may stand here, with help as you type: npm run routes -- schema --out routing-table.schema.json,
# and as the first line: # yaml-language-server: $schema=routing-table.schema.json
name: ${name}

# A number of yours, shown to whoever is called.
callerId: "+12065550100"

# Nothing else is ever dialled, whatever the rules say.
dialling:
  allow: ["+1"]
  deny: ["+1900", "+1976"] # premium rate; a denial wins

# Why people call, and what they say for it.
reasons:
  billing:
    name: a bill or a charge
    synonyms: [my bill, a charge, a charge I do not know]
  visit:
    name: a visit to a branch
    synonyms: [an appointment, opening hours]

# Opening hours, by the clock on the wall.
schedules:
  office-hours:
    timeZone: America/Los_Angeles
    weekly:
      mon-fri: ["09:00-17:00"]
      sat: ["10:00-14:00"]
    holidays:
      - { name: New Year's Day, every: "01-01" }
      - { name: Thanksgiving Day, every: 4th thu of nov }
      - { name: Christmas Day, every: "12-25" }

# Behind a Voice Connector of Amazon Chime SDK: put in your own.
contactCenters:
  support:
    voiceConnector: arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4
    user: "+12065550150"
    headerProfile: rfc7433 # how the call-context id reaches the platform

branches:
  downtown:
    name: Downtown
    number: "+12065550141"
    coordinates: [47.6080, -122.3351] # latitude, longitude; or postalCode: "98101"
    services: [accounts]
    schedule: office-hours

# A rule may say more: recording: ask, afterwards: survey, keys: { 9: hangUp } (pressed after a "*").
rules:
  # Visitors reach the nearest branch that is open, and the contact centre when there is none.
  - id: visits
    when: { reason: [visit] }
    attempts:
      - nearestBranch: { service: accounts, within: 50 } # kilometres
        timeout: 20 # seconds of ringing
      - contactCenter: support

  # Out of hours nobody waits for an answer about a bill.
  - id: bills-out-of-hours
    when:
      reason: [billing]
      schedule: { office-hours: closed }
    attempts:
      - message: { id: closed, words: Billing is open Monday to Saturday. Please call again then. }

  - id: bills
    when: { reason: [billing] }
    attempts:
      - contactCenter: support
        timeout: 20

# Must reach somebody.
default:
  attempts:
    - contactCenter: support
`;
}
