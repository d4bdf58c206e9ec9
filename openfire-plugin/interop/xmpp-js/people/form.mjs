import { xml } from '@xmpp/client';

const FORM = 'jabber:x:data';

/** A form as it is sent (XEP-0004). @param answers by the names of the fields */
export const filledIn = (answers) =>
  xml(
    'x',
    { xmlns: FORM, type: 'submit' },
    Object.entries(answers).map(([name, text]) => xml('field', { var: name }, xml('value', {}, text))),
  );

/** What a form asks for: its fields by their names, each with its type and what can be chosen. */
export const fieldsIn = (parent) =>
  Object.fromEntries(
    parent
      .getChild('x', FORM)
      .getChildren('field')
      .map((field) => [
        field.attrs.var,
        {
          type: field.attrs.type,
          choices: field.getChildren('option').map((option) => option.attrs.label),
          value: field.getChildText('value'),
        },
      ]),
  );

/** The rows of a result, each the texts of its cells. */
export const rowsIn = (parent) =>
  parent
    .getChild('x', FORM)
    .getChildren('item')
    .map((item) => item.getChildren('field').map((field) => field.getChildText('value')));
