import { contextHeader, headerLimits } from '../../../shared/contracts/header-profiles.ts';
import type { FileContactCenter, RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import { unsignedCallContextId } from '../../../shared/domain/call-context-id.ts';
import type { HeaderSettings } from '../../../shared/domain/routing/header-profile.ts';
import type { ContactCenter } from '../../../shared/domain/routing/table.ts';
import type { FilePath, FindingList } from '../findings.ts';
import { checkFixedHeaders, headerProblem } from './fixed-headers.ts';

/** As long as ids get: every part that may be short is full. */
const longestContextId =
  unsignedCallContextId({
    region: 'use1',
    expiresAtMinute: Number.parseInt('zzzzzz', 36),
    keyId: 'z',
    reasonHint: 'z'.repeat(10),
    random: 'z'.repeat(16),
  }) + 'z'.repeat(11);

/** Contact centres, with headers that AWS sends and their platforms read. */
export function compileContactCenters(
  contactCenters: RoutingTableFile['contactCenters'],
  findings: FindingList,
): ContactCenter[] {
  return Object.entries(contactCenters).map(([id, contactCenter]) => {
    const path = ['contactCenters', id];
    const headers = headerSettings(contactCenter);
    const own = contextHeader(headers, longestContextId);
    checkName(headers, contactCenter, path, findings);
    if (own !== undefined) checkLength(own, { headers, contactCenter, path, findings });
    checkFixedHeaders(headers.fixed ?? {}, { own: own?.name, path: [...path, 'headers'], findings });
    return { id, voiceConnectorArn: contactCenter.voiceConnector, user: contactCenter.user, headers };
  });
}

function headerSettings({ headerProfile, headerName, headers }: FileContactCenter): HeaderSettings {
  return {
    profile: headerProfile,
    ...(headerName === undefined || headerProfile !== 'x-header' ? {} : { name: headerName }),
    ...(headers === undefined || Object.keys(headers).length === 0 ? {} : { fixed: headers }),
  };
}

function checkName(
  { profile }: HeaderSettings,
  { headerName }: FileContactCenter,
  path: FilePath,
  findings: FindingList,
): void {
  if (headerName === undefined) return;
  const at = [...path, 'headerName'];
  if (profile !== 'x-header') {
    findings.error('header-invalid', at, `belongs to the profile x-header; ${profile} has its own name: leave it out`);
    return;
  }
  // AWS would send User-to-User and Diversion too, but they mean something else than an id as it is.
  const problem = /^x-/i.test(headerName)
    ? headerProblem(headerName, longestContextId)
    : 'must begin with "X-": X-Call-Context-Id, say';
  const { nameCharacters } = headerLimits[profile];
  if (problem !== undefined) findings.error('header-invalid', at, problem);
  else if (headerName.length > nameCharacters)
    findings.warning(
      'header-name-long',
      at,
      `has ${headerName.length} characters, and some platforms (Enghouse) take ${nameCharacters} at most: shorten it, unless yours takes more`,
    );
}

interface LengthCheck {
  readonly headers: HeaderSettings;
  readonly contactCenter: FileContactCenter;
  readonly path: FilePath;
  readonly findings: FindingList;
}

/** A value that is cut off carries an id that nobody finds. */
function checkLength(
  { name, value }: { readonly name: string; readonly value: string },
  { headers: { profile }, contactCenter: { headerLimit = Infinity }, path, findings }: LengthCheck,
): void {
  const limit = Math.min(headerLimits[profile].valueCharacters, headerLimit);
  if (value.length <= limit) return;
  findings.error(
    'header-profile-overrun',
    [...path, headerLimit <= limit ? 'headerLimit' : 'headerProfile'],
    `${name} of profile ${profile} takes ${value.length} characters with the longest context id, and ${limit} are allowed: ${whatFits(limit)}`,
  );
}

/** The way out, where there is one. */
function whatFits(limit: number): string {
  const fitting = (['rfc7433', 'x-header'] as const).filter(
    (profile) => (contextHeader({ profile }, longestContextId)?.value.length ?? Infinity) <= limit,
  );
  return fitting.length === 0
    ? 'nothing fits, choose headerProfile none'
    : `headerProfile ${fitting.join(' or ')} would fit, if the platform reads it`;
}
