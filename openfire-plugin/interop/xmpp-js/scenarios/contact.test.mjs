import { agent, agentOnDuty } from '../people/agent.mjs';
import { addWorkgroup, isSeen, removeWorkgroup, subscribe, unsubscribe } from '../people/contacts.mjs';
import { customer } from '../people/customer.mjs';
import { scenario } from '../people/scenario.mjs';

const BY_CONTACT = 'as a contact';

/** Romeo, who has the workgroup among his contacts and sees it offline. */
async function onlooker(t) {
  const romeo = await agent(t, 'romeo');
  await addWorkgroup(romeo);
  await isSeen(romeo, false);
  return romeo;
}

scenario('whoever has the contact sees whether it is open', { LOOK: BY_CONTACT }, async (t) => {
  const romeo = await onlooker(t);

  const alice = await agentOnDuty(t, 'alice');
  await isSeen(romeo, true);
  await alice.write('leave');
  await isSeen(romeo, false);
});

for (const [how, remove] of Object.entries({ removing: removeWorkgroup, unsubscribing: unsubscribe })) {
  scenario(
    `join by adding the contact and leave by ${how} it`,
    { GO_ONLINE: BY_CONTACT, GO_OFFLINE: BY_CONTACT },
    async (t) => {
      const romeo = await onlooker(t);
      const bob = await agent(t, 'bob');
      bob.beforeLeaving(bob.leaveWorkgroup);

      await addWorkgroup(bob);
      await isSeen(bob, true);
      await customer(t, 'Juliet', 'Wherefore art thou Romeo?');
      await bob.reads(/^Juliet asks: /);
      await isSeen(romeo, true);
      await remove(bob);
      await isSeen(romeo, false);
    },
  );
}

scenario('who has the contact joins by coming online', { GO_ONLINE: BY_CONTACT }, async (t) => {
  const before = await agent(t, 'bob');
  await subscribe(before);
  await before.leave();

  const bob = await agent(t, 'bob');
  bob.beforeLeaving(bob.leaveWorkgroup);
  bob.beforeLeaving(() => removeWorkgroup(bob));
  await isSeen(bob, true);
  await customer(t, 'Romeo', 'Where is the balcony?');
  await bob.reads(/^Romeo asks: /);
});
