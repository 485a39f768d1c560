/** A small table file in YAML that compiles without findings, for tests to break in one place. */
export const smallTableFile = `
name: example-bank
callerId: "+14255550100"
dialling: { allow: ["+1"], deny: ["+1900"] }
reasons:
  billing: { name: a bill or a charge, synonyms: [my bill] }
schedules:
  office-hours:
    timeZone: America/New_York
    weekly: { mon-fri: ["09:00-17:00"] }
contactCenters:
  support: { voiceConnector: "arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4", user: "+12065550150" }
branches:
  downtown:
    name: Downtown
    number: "+12065550141"
    coordinates: [47.608, -122.3351]
    services: [accounts]
    schedule: office-hours
rules:
  - id: bills
    when: { reason: [billing] }
    attempts:
      - contactCenter: support
default:
  attempts:
    - contactCenter: support
`.trimStart();

/** The small table file with one text replaced. @throws Error when the text is not there. */
export function tableFileWith(text: string, replacement: string): string {
  if (!smallTableFile.includes(text)) throw new Error(`the small table file has no "${text}"`);
  return smallTableFile.replace(text, () => replacement);
}
