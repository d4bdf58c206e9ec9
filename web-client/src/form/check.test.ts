import { describe, expect, it } from 'vitest';
import { check, meaning } from './check';
import { field, type Field, type FieldType } from './form';

const of = (type: FieldType, changes: Partial<Field> = {}) => field('x', type, changes);
const must = (type: FieldType) => of(type, { required: true });
const valid = (
  datatype: string,
  min: string | null = null,
  max: string | null = null,
  regex: string | null = null,
) => of('text-single', { validate: { datatype, min, max, regex } });
const EMAIL = field('email', 'text-single');

describe('an answer', () => {
  it.each<[string, Field, string[], string | null]>([
    ['nothing where nothing must be', of('text-single'), [], null],
    ['nothing where something must be', must('text-single'), [], 'missing'],
    ['blanks', must('text-multi'), [' \n '], 'missing'],
    ['nothing of a list', must('list-single'), [], 'unchosen'],
    ['nothing of a list with many', must('list-multi'), [], 'unchosen'],
    ['an empty box', of('boolean'), ['false'], null],
    ['an empty box that must be ticked', must('boolean'), ['false'], 'unticked'],
    ['a box that is ticked', must('boolean'), ['true'], null],
    ['a name of nothing that is seen', field('username', 'text-single'), ['\u200b\u200b'], 'missing'],
    ['an e-mail address', EMAIL, ['romeo@example.org'], null],
    ['no e-mail address', EMAIL, ['romeo at example.org'], 'address'],
    ['half an e-mail address', EMAIL, ['romeo@example'], 'address'],
    ['a phone number', valid('x:phone', null, null, '[0-9 ]{5,}'), ['030 123'], null],
    ['no phone number', valid('x:phone', null, null, '[0-9 ]{5,}'), ['none'], 'phone'],
    ['half an address', valid('x:email', null, null, '[^@]+@[^@]+'), ['romeo@example'], 'address'],
    ['an address', of('jid-single'), ['romeo@example.org/balcony wing'], null],
    ['the address of a server', of('jid-single'), ['example.org'], null],
    ['no address', of('jid-single'), ['romeo montague'], 'address'],
    ['one wrong address of two', of('jid-multi'), ['romeo@example.org', '@'], 'address'],
    ['a whole number', valid('xs:integer'), ['-12'], null],
    ['no whole number', valid('xs:integer'), ['1.5'], 'whole'],
    ['a number as programs write it', valid('xs:int'), ['1e3'], 'whole'],
    ['a number', valid('xs:decimal'), ['1.5'], null],
    ['no number', valid('xs:double'), ['much'], 'number'],
    ['a number in its range, not compared as text', valid('xs:integer', '2', '10'), ['9'], null],
    ['a number at the end of its range', valid('xs:integer', '2', '10'), ['10'], null],
    ['a number out of its range', valid('xs:integer', '2', '10'), ['11'], 'range'],
    ['too few', valid('xs:integer', '2'), ['1'], 'least'],
    ['too many', valid('xs:integer', null, '2'), ['3'], 'most'],
    ['a day in its range', valid('xs:date', '2026-01-01', '2026-12-31'), ['2026-06-01'], null],
    ['a day before its range', valid('xs:date', '2026-01-01', '2026-12-31'), ['2025-12-31'], 'range'],
    ['what matches', valid('xs:string', null, null, '[A-Z]{2}|[0-9]+'), ['12'], null],
    ['what matches in part', valid('xs:string', null, null, '[A-Z]{2}|[0-9]+'), ['AB1'], 'pattern'],
    ['what only the server can judge', valid('xs:string', null, null, '(?<broken'), ['AB1'], null],
  ])('%s', (_what, asked, values, expected) => {
    expect(check(asked, values)?.what ?? null).toBe(expected);
  });

  it('is told the range that it is out of', () => {
    expect(check(valid('xs:integer', '2', '10'), ['11'])).toEqual({ what: 'range', min: '2', max: '10' });
  });
});

it.each([
  ['username', 'name'],
  ['E-Mail', 'email'],
  ['phone', 'tel'],
  ['company', 'organization'],
  ['nickname', null],
])('a field %s means %s to the browser', (name, expected) => {
  expect(meaning(name)).toBe(expected);
});
