import { xml } from '@xmpp/client';
import { filledIn } from './form.mjs';

export const COMMANDS = 'http://jabber.org/protocol/commands';

/** Begins an ad-hoc command (XEP-0050) by its node: what comes back is a form to fill in, or what came of it. */
export const begin = (me, workgroup, node) =>
  me.ask(workgroup, 'set', xml('command', { xmlns: COMMANDS, node, action: 'execute' }));

/** Goes on with a command. @param begun what came back last */
export const complete = (me, workgroup, begun, answers) =>
  me.ask(workgroup, 'set', again(begun, 'complete', filledIn(answers)));

export const cancel = (me, workgroup, begun) => me.ask(workgroup, 'set', again(begun, 'cancel'));

const again = ({ attrs: { node, sessionid } }, action, form) =>
  xml('command', { xmlns: COMMANDS, node, sessionid, action }, form);

/** How a command stands, and what the user is told. */
export const told = (command) => [command.attrs.status, command.getChildText('note')];
