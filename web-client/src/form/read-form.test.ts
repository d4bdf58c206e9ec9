import { describe, expect, it } from 'vitest';
import { field } from './form';
import { readForm } from './read-form';

const of = (...fields: unknown[]) => readForm({ fields });

describe('the form of the configuration', () => {
  it('is read in full', () => {
    const form = {
      title: 'Demo',
      instructions: 'Tell us.',
      fields: [
        {
          var: 'topic',
          type: 'list-single',
          label: 'Topic',
          desc: 'What it is about',
          required: true,
          values: ['love'],
          options: [{ label: 'Love', value: 'love' }, { value: 'war' }],
          validate: { datatype: 'xs:integer', min: '1', max: '9', regex: null },
        },
      ],
    };
    expect(readForm(form)).toEqual({
      title: 'Demo',
      instructions: 'Tell us.',
      fields: [
        {
          name: 'topic',
          type: 'list-single',
          label: 'Topic',
          desc: 'What it is about',
          required: true,
          values: ['love'],
          options: [
            { label: 'Love', value: 'love' },
            { label: 'war', value: 'war' },
          ],
          validate: { datatype: 'xs:integer', min: '1', max: '9', regex: null },
        },
      ],
    });
  });

  it.each([
    ['a field of an unknown type', { var: 'x', type: 'colour' }, field('x', 'text-single')],
    ['a field without a type', { var: 'x' }, field('x', 'text-single')],
    ['words without a name', { type: 'fixed', values: ['Hear!'] }, field('', 'fixed', { values: ['Hear!'] })],
    [
      'what has the wrong kind',
      {
        var: 'x',
        type: 'boolean',
        label: 7,
        required: 'yes',
        values: [1, 'true'],
        options: {},
        validate: 'x',
      },
      field('x', 'boolean', { values: ['true'] }),
    ],
  ])('reads %s', (_what, given, read) => {
    expect(of(given)?.fields).toEqual([read]);
  });

  it('leaves out a field that has no name', () => {
    expect(of({ type: 'text-single' }, { var: 'x' }, null, 7)?.fields).toEqual([field('x', 'text-single')]);
  });

  it.each([null, undefined, 'x', {}, { fields: {} }, { fields: [] }, { fields: [7] }])(
    'is none in %j',
    (data) => {
      expect(readForm(data)).toBeNull();
    },
  );
});
