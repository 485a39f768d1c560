import { readScope, scopeNames } from '../scopes.ts';
import { done, notDone, type CommandOutcome, type CommandWorld } from './command.ts';

export function who({ alexa: { household }, locale }: CommandWorld): CommandOutcome {
  const { customer, device, grantedPermissions, people, region, speaker, linked, geolocation } = household;
  const number = customer.mobileNumber;
  return done(
    `Account   ${customer.name ?? 'without a name'}, ${region}, ${locale}`,
    `Number    ${number === undefined ? 'none' : `${number.countryCode} ${number.phoneNumber}`}`,
    `Voice     ${speaker ?? 'not recognised'} (known: ${people.map(({ id }) => id).join(', ') || 'nobody'})`,
    `Device    ${geolocation === undefined ? `stays in ${device.address?.city ?? 'one place'}` : 'moves, and knows where it is'}`,
    `Linked    ${linked === undefined ? 'no' : 'yes'}`,
    ...(grantedPermissions.length === 0
      ? ['Allowed   nothing']
      : grantedPermissions.map((scope) => `Allowed   ${scope}`)),
  );
}

export function speakAs([name]: readonly string[], { alexa: { household } }: CommandWorld): CommandOutcome {
  const ids = household.people.map(({ id }) => id);
  if (name === undefined || !(name === 'nobody' || ids.includes(name)))
    return notDone(`Alexa knows the voices of ${ids.join(', ') || 'nobody'}; or say nobody`);
  household.speaker = name === 'nobody' ? undefined : name;
  return done(name === 'nobody' ? 'Your voice is not recognised.' : `Alexa takes you for ${name}.`);
}

export async function grant([text = '']: readonly string[], { alexa }: CommandWorld): Promise<CommandOutcome> {
  const scope = readScope(text);
  if (scope === undefined) return notDone(`What can be allowed: ${scopeNames}`);
  await alexa.skillEvent({ type: 'SkillPermissionAccepted', permissions: [scope] });
  return done(`Allowed: ${scope}`);
}

export async function deny([text = '']: readonly string[], { alexa }: CommandWorld): Promise<CommandOutcome> {
  const scope = readScope(text);
  if (scope === undefined) return notDone(`What can be taken back: ${scopeNames}`);
  const left = alexa.household.grantedPermissions.filter((granted) => granted !== scope);
  await alexa.skillEvent({ type: 'SkillPermissionChanged', permissions: left });
  return done(`No longer allowed: ${scope}`);
}

export async function disable(_: readonly string[], { alexa }: CommandWorld): Promise<CommandOutcome> {
  const outcome = await alexa.skillEvent({ type: 'SkillDisabled' });
  return outcome.kind === 'delivered'
    ? done('The skill is disabled; what it may know, and what it kept of you, is gone.')
    : notDone(`The skill was not able to take it: ${outcome.error.type}`);
}

export async function enable(_: readonly string[], { alexa }: CommandWorld): Promise<CommandOutcome> {
  await alexa.skillEvent({ type: 'SkillEnabled' });
  return done('The skill is enabled; nothing is allowed yet.');
}
