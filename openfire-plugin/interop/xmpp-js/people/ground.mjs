// Where the server is: NodeTests says so in the environment.
const { USHER_DOMAIN, USHER_XMPP_PORT, USHER_WEB_PORT } = process.env;
if (!USHER_DOMAIN || !USHER_XMPP_PORT || !USHER_WEB_PORT) {
  throw new Error('Run these by ScenariosIT, or set USHER_DOMAIN, USHER_XMPP_PORT and USHER_WEB_PORT.');
}

export const domain = USHER_DOMAIN;
export const service = `workgroup.${domain}`;
export const demo = `demo@${service}`;
/** Where offers last two seconds. */
export const hasty = `hasty@${service}`;
/** Where nobody waits for longer than a second. */
export const impatient = `impatient@${service}`;

/** How clients reach it: over a socket, and as pages do. */
export const tcp = `xmpp://127.0.0.1:${USHER_XMPP_PORT}`;
export const webSocket = `ws://127.0.0.1:${USHER_WEB_PORT}/ws/`;
