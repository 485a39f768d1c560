/**
 * The e-mail address of a person, for drafts, versions and the audit to say who it was: access tokens have none by themselves.
 * Only one that Cognito knows to be theirs; whoever has none is known by their id.
 * @param attributes of the user, all of them text (Amazon Cognito developer guide, pre token generation Lambda trigger).
 */
export function emailClaim(attributes: Readonly<Record<string, unknown>>): { readonly email?: string } {
  const { email, email_verified: isVerified } = attributes;
  return typeof email === 'string' && email !== '' && isVerified === 'true' ? { email } : {};
}
