import assert from 'node:assert/strict';
import { customer } from '../people/customer.mjs';
import { driven } from '../people/drive.mjs';
import { scenario } from '../people/scenario.mjs';
import { visit } from '../people/visit.mjs';

/** Everything that the customer has seen once something that was said after it has come. */
async function allThatIsSeen({ romeo, hers, his }) {
  await hers.say('Anything else?');
  await his.hears(/^Anything else\?$/);
  return romeo.everything();
}

scenario('lead by /go, which the customer does not see', { GO: '' }, async (t) => {
  const here = await visit(t);

  await here.hers.say('/go https://shop.test/cart?step=2&x=%22');
  assert.equal(await driven(here.romeo, here.his), 'https://shop.test/cart?step=2&x=%22');
  await here.hers.hears(/^Alice opens https:\/\/shop\.test\/cart\?step=2&x=%22$/);
  assert.doesNotMatch(await allThatIsSeen(here), /\/go/);
});

scenario('an address that is refused is answered privately', { GO: '' }, async (t) => {
  const here = await visit(t);

  await here.hers.say('/go javascript:alert(1)');
  assert.equal(await here.hers.hearsPrivately(/^Only http and https addresses can be opened\.$/), 'demo');
  await here.hers.say('/go');
  await here.hers.hearsPrivately(/^\/go needs an address, as in \/go https:\/\/example\.org\/\.$/);
  assert.doesNotMatch(await allThatIsSeen(here), /javascript|needs/);
});

scenario('/who, /note, /tag and /help are answered privately', { WHO: '', NOTE: '', HELP: '' }, async (t) => {
  const here = await visit(t);

  await here.hers.say('/who');
  await here.hers.hearsPrivately(/^Here: Alice, Romeo$/);
  await here.hers.say('/note He is in love');
  await here.hers.hearsPrivately(/^Written down\.$/);
  await here.hers.say('/Tag balcony');
  await here.hers.hearsPrivately(/^Written down\.$/);
  await here.hers.say('/help');
  await here.hers.hearsPrivately(/^\/go ADDRESS - .*\n(?:.*\n)+The customer sees none of this\.$/);
  assert.doesNotMatch(await allThatIsSeen(here), /love|Written|ADDRESS/);
});

scenario('a mistyped command is answered privately', { HELP: '' }, async (t) => {
  const here = await visit(t);

  await here.hers.say('/gone https://shop.test/');
  await here.hers.hearsPrivately(/^There is no \/gone\. \/help lists the commands\.$/);
  assert.doesNotMatch(await allThatIsSeen(here), /gone|shop/);
});

scenario('what a customer types is speech, and so is a slash without a word', { TALK: '' }, async (t) => {
  const { hers, his } = await visit(t);

  await his.say('/end');
  await hers.hears(/^\/end$/);
  await hers.say('/usr/bin');
  await his.hears(/^\/usr\/bin$/);
});

scenario('end by /end', { END: '' }, async (t) => {
  const { hers, his } = await visit(t);

  await hers.say('/end');
  for (const room of [hers, his]) {
    const end = await room.isOver();
    assert.equal(end.getChild('destroy').getChildText('reason'), 'The visit has ended.');
  }
});

scenario('lead all by /go all', { GO: '' }, async (t) => {
  const here = await visit(t);
  const juliet = await customer(t, 'Juliet', 'Wherefore art thou Romeo?');
  await here.alice.reads(/^Juliet asks: /);
  await here.alice.write('accept');
  const [there, hers] = await Promise.all([here.alice.enter(), juliet.enter()]);
  await there.sees('Juliet');

  await there.say('/go all https://shop.test/sale');
  assert.equal(await driven(juliet, hers), 'https://shop.test/sale');
  assert.equal(await driven(here.romeo, here.his), 'https://shop.test/sale');
  await there.hearsPrivately(/^Opened in 2 visits\.$/);
});
