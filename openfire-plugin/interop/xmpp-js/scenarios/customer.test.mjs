import assert from 'node:assert/strict';
import { xml } from '@xmpp/client';
import { agentOnDuty } from '../people/agent.mjs';
import { customer, join, visitor } from '../people/customer.mjs';
import { fieldsIn } from '../people/form.mjs';
import { demo, impatient } from '../people/ground.mjs';
import { scenario } from '../people/scenario.mjs';

scenario('read the form', { READ_FORM: '' }, async (t) => {
  const juliet = await visitor(t);

  const form = await juliet.ask(
    demo,
    'get',
    xml('workgroup-form', 'http://jivesoftware.com/protocol/workgroup'),
  );
  const fields = Object.entries(fieldsIn(form)).map(([name, { type }]) => [name, type]);
  assert.deepEqual(fields, [
    ['username', 'text-single'],
    ['question', 'text-multi'],
  ]);
});

scenario('who joins while nobody is on duty is refused', { JOIN_CLOSED: '' }, async (t) => {
  const juliet = await visitor(t);

  await assert.rejects(join(juliet, demo, { username: 'Juliet' }), {
    condition: 'service-unavailable',
    type: 'wait',
    text: 'Nobody is here to answer right now. Please try again later.',
  });
});

scenario('wait in line, and move up', { JOIN: '', POSITION: '', DEPART: '' }, async (t) => {
  await agentOnDuty(t, 'alice');

  const romeo = await customer(t, 'Romeo', 'Where is the balcony?');
  await romeo.isAt(1);
  const juliet = await customer(t, 'Juliet', 'Wherefore art thou Romeo?');
  await juliet.isAt(2);
  await romeo.depart();
  await juliet.isAt(1);
});

scenario('who has waited for too long is told', { GIVEN_UP: '' }, async (t) => {
  const alice = await agentOnDuty(t, 'alice', impatient);
  const romeo = await customer(t, 'Romeo', 'Where is the balcony?', impatient);
  await alice.reads(/^Romeo asks: /);

  await alice.write('decline');
  await romeo.isGivenUp();
});
