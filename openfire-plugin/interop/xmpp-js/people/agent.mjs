import { xml } from '@xmpp/client';
import { demo } from './ground.mjs';
import { person } from './person.mjs';
import { enter, invited } from './room.mjs';

/**
 * An agent whose client is for chats and knows nothing of workgroups: online, and able to write to one and to read what
 * it writes.
 */
export async function agent(t, name, workgroup = demo) {
  const me = await person(t, { name });
  // As clients do after the login: from then on the server tells of the contacts (RFC 6121 §2.2).
  await me.ask(undefined, 'get', xml('query', 'jabber:iq:roster'));
  await me.send(xml('presence'));

  const write = (text) => me.say(workgroup, 'chat', text);
  /** The first unread message of the workgroup in which the pattern is found. */
  const reads = (pattern) =>
    me.next(`${pattern} from ${workgroup}`, (stanza) => {
      const text =
        stanza.is('message') && stanza.attrs.from === workgroup ? stanza.getChildText('body') : null;
      return text !== null && pattern.test(text) && text;
    });

  // What one scenario leaves behind takes up nobody in the next.
  const leaveWorkgroup = async () => {
    await write('leave');
    await reads(/^You are offline here\.$/);
  };

  return {
    ...me,
    write,
    reads,
    leaveWorkgroup,
    enter: async () => enter(me, await invited(me), capitalized(name)),
  };
}

/** On duty, by a word. */
export async function agentOnDuty(t, name, workgroup) {
  const me = await agent(t, name, workgroup);
  await me.write('join');
  await me.reads(/^You are online here\./);
  me.beforeLeaving(me.leaveWorkgroup);
  return me;
}

const capitalized = (name) => name[0].toUpperCase() + name.slice(1);
