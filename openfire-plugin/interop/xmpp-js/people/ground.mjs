// Where the server is: ScenariosIT says so in the environment.
const { USHER_DOMAIN, USHER_XMPP_PORT, USHER_WEB_PORT } = process.env;
if (!USHER_DOMAIN || !USHER_XMPP_PORT || !USHER_WEB_PORT) {
  throw new Error('Run these by ScenariosIT, or set USHER_DOMAIN, USHER_XMPP_PORT and USHER_WEB_PORT.');
}

export const domain = USHER_DOMAIN;
export const service = `workgroup.${domain}`;
export const workgroup = `demo@${service}`;
export const conference = `conference.${domain}`;

/** How clients reach it: over a socket, and as pages do. */
export const tcp = `xmpp://127.0.0.1:${USHER_XMPP_PORT}`;
export const webSocket = `ws://127.0.0.1:${USHER_WEB_PORT}/ws/`;
