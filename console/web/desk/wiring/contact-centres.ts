import type { HeaderProfile } from '../../../../shared/domain/routing/header-profile.ts';

/** How a contact centre's platform is wired to the desk. Words may have `code` in them. */
export interface ContactCentreWiring {
  readonly id: string;
  readonly name: string;
  /** What its destination in the routing table says. */
  readonly profile: HeaderProfile;
  /** How the context id gets there. */
  readonly arrives: string;
  /** How its screen pop opens the desk. */
  readonly opens: string;
  /** An example; `DESK` stands for the desk's address up to the id. */
  readonly example?: string;
  /** What to look out for. */
  readonly mind?: string;
  /** Where the platform's makers say so. */
  readonly sources: readonly string[];
}

export const contactCentreWirings: readonly ContactCentreWiring[] = [
  {
    id: 'amazon-connect',
    name: 'Amazon Connect',
    profile: 'none',
    arrives:
      'Not at all, by telephone: Connect is reached at a number, and the public network hands on no SIP headers. In the table it is a `phone`, or a contact centre of profile `none`.',
    opens:
      'Agents keep the desk open beside the Contact Control Panel, and choose this destination under “My destinations”: the call is announced as soon as it is answered, and one press opens the caller. Where several agents answer there, it is announced to each of them: whoever has answered opens it.',
    mind: 'Contact attributes are no way out: a flow can only set what it knows, and of this call it knows the number.',
    sources: [
      'Amazon Chime SDK developer guide, “Using SIP headers”',
      'Amazon Connect administrator guide, “List of available contact attributes”',
    ],
  },
  {
    id: 'genesys-cloud',
    name: 'Genesys Cloud',
    profile: 'pd-param',
    arrives:
      'As user-to-user information, which Architect and scripts have as a built-in variable, `Call.UUIData` in Architect: `csi=<id>`. Take what follows `csi=`.',
    opens: 'Have the script that agents are shown open the desk’s address with the id behind it.',
    mind: 'Calls have to come by a trunk of your own (BYOC): there is no user-to-user information for Genesys Cloud Voice. Without `pd` as a parameter the first octet is cut off; where the header is there twice, all of it is dropped.',
    sources: ['Genesys Cloud Resource Center, “User to User Information (UUI) overview” and “UUI data formats”'],
  },
  {
    id: 'nice-cxone',
    name: 'NICE CXone',
    profile: 'x-header',
    arrives:
      'In the header `X-Call-Context-Id`, as it is. The Studio action `Sipgetheader` reads it into a variable; only headers that begin with `X-` can be read, of the first INVITE.',
    opens:
      'The Studio action `Runapp`, at `Onanswer`, opens the desk in a panel of the agent’s application; `PopURL` opens it beside.',
    example: 'DESK{contextId}&embed',
    mind: 'Headers are taken once NICE has enabled them on your SIP trunk group: ask your account representative. A page in a panel has to allow it, see “In a frame”.',
    sources: ['NICE CXone help, “Sipgetheader” and “Runapp”'],
  },
  {
    id: 'five9',
    name: 'Five9',
    profile: 'x-header',
    arrives:
      'In the header `X-Call-Context-Id`, as it is. Five9 Studio has every header of an incoming call as a variable of its own: `XSIP_x_call_context_id`.',
    opens: 'Keep the variable with the call, and have what pops for the agent open the desk’s address with it.',
    mind: 'How call variables get into an agent’s screen pop depends on the desktop that you have licensed: ask Five9.',
    sources: ['Five9 Studio documentation, “XSIP Variables”'],
  },
  {
    id: 'twilio-flex',
    name: 'Twilio Flex',
    profile: 'x-header',
    arrives:
      'At a SIP domain of Twilio, in the header `X-Call-Context-Id`: the webhook gets it as `SipHeader_X-Call-Context-Id`. Write it into the attributes of the task that Flex is given.',
    opens: 'A Flex plugin sets which page is shown beside a task:',
    example:
      'flex.CRMContainer.defaultProps.uriCallback = (task) =>\n  task?.attributes.contextId ? `DESK${task.attributes.contextId}&embed` : undefined;',
    mind: 'The page is in a frame, see “In a frame”.',
    sources: ['Twilio docs, “SIP and TwiML interaction”', 'Twilio Flex UI, CRMContainer'],
  },
  {
    id: 'jambonz',
    name: 'jambonz',
    profile: 'x-header',
    arrives:
      'With the webhook of the new call: `sip` in it is the whole SIP request, and `sip.headers` has `X-Call-Context-Id`, as it is.',
    opens: 'Your application knows which agent it connects: have it send their screen the desk’s address with the id.',
    mind: 'Names of headers are compared without regard to capitals: look for it so.',
    sources: ['jambonz docs, webhooks, “New Call”'],
  },
  {
    id: 'asterisk',
    name: 'Asterisk',
    profile: 'x-header',
    arrives:
      'In the header `X-Call-Context-Id`, as it is. The dialplan function `PJSIP_HEADER` reads it on the caller’s channel:',
    opens: 'What shows agents their calls gets the variable from the dialplan, and opens the desk’s address with it.',
    example: 'same => n,Set(CONTEXT_ID=${PJSIP_HEADER(read,X-Call-Context-Id)})',
    mind: 'A variable that queues and agents’ channels are to inherit begins with two underscores: `__CONTEXT_ID`.',
    sources: ['Asterisk documentation, “PJSIP_HEADER”'],
  },
];
