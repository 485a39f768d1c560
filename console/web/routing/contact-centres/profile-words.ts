import type { HeaderProfile } from '../../../../shared/domain/routing/header-profile.ts';

/** How a profile is chosen: what is sent, for whom, and what the platform needs for it. */
interface ProfileWords {
  readonly sends: string;
  readonly needs: string;
}

export const profileWords: Readonly<Record<HeaderProfile, ProfileWords>> = {
  rfc7433: {
    sends: 'User-to-User in hex: most SIP platforms',
    needs: 'The platform reads the header User-to-User (RFC 7433), decodes its hex, and finds csi=<id> in it.',
  },
  'isdn-pd': {
    sends: 'User-to-User with the octet 00 in front: gateways to ISDN',
    needs: 'For gateways to ISDN, and for platforms that strip the first octet: they hand on what follows it.',
  },
  'pd-param': {
    sends: 'User-to-User with pd=00: Genesys Cloud',
    needs: 'The discriminator is a parameter: nothing is stripped. Genesys Cloud hands the data to its flows.',
  },
  audiocodes: {
    sends: 'x-User-To-User: AudioCodes session border controllers in between',
    needs: 'The session border controller turns its own header into what the platform behind it reads.',
  },
  azure: {
    sends: 'User-to-User in few characters: Azure Communication Services',
    needs: 'The application gets the whole value with the call, and decodes the hex before the ";".',
  },
  'x-header': {
    sends: 'The id in a header of its own: NICE CXone, Five9, Enghouse',
    needs: 'The platform must be told to read this header: its name is the one below, or X-Call-Context-Id.',
  },
  none: {
    sends: 'Nothing: platforms that cannot read headers',
    needs: 'Agents see no context with the call; they find it in the console, by the time of the call.',
  },
};

/** A call-context id as they are, of a call about a lost card. */
export const exampleContextId = '1use10hdvk0a.lost-card.AbCdEfGhIjKlMnOpQrStUvWxYz0';
