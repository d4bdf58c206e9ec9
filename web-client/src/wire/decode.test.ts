// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { decode } from './decode';
import { wholeNumber, instant } from './xml';

const stanza = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml').documentElement;
const message = (content: string) =>
  decode(stanza(`<message type='groupchat' from='r@c/demo' id='m1'>${content}</message>`));
const drive = (attributes: string) => `<drive xmlns='urn:usher:drive:1' ${attributes}/>`;
const WHOLE = "id='d' seq='1' url='https://shop.example/' by='Nurse' expires='2026-01-01T10:01:00Z'";

describe('what comes in', () => {
  it.each([
    ["<delay xmlns='urn:xmpp:delay' stamp='2026-01-01T09:00:00Z'/>", Date.parse('2026-01-01T09:00:00Z')],
    ["<x xmlns='jabber:x:delay' stamp='20260101T09:00:00'/>", null],
    ["<delay xmlns='urn:xmpp:delay'/>", null],
  ])('is history with %s', (delay, stamp) => {
    expect(message(`<body>Hello</body>${delay}`)).toMatchObject({ body: 'Hello', delayed: true, stamp });
  });

  it.each(['id', 'seq', 'url', 'expires'])('has no drive when its %s is missing', (name) => {
    expect(message(drive(WHOLE))).toMatchObject({ drive: { id: 'd' } });
    expect(message(drive(WHOLE.replace(new RegExp(`${name}='[^']*'`), '')))).toMatchObject({ drive: null });
  });

  it('has no drive when it is of another namespace, or not in a channel', () => {
    expect(message(`<drive xmlns='urn:usher:drive:2' ${WHOLE}/>`)).toMatchObject({ drive: null });
    expect(decode(stanza(`<message from='r@c/demo'>${drive(WHOLE)}</message>`))).toEqual({ kind: 'other' });
  });

  it('is a drive as well when it is told to us alone', () => {
    expect(decode(stanza(`<message type='chat' from='r@c/demo'>${drive(WHOLE)}</message>`))).toMatchObject({
      kind: 'room-message',
      delayed: false,
      drive: { id: 'd' },
    });
  });

  it('says why the room refuses', () => {
    const conflict = `<presence type='error' from='r@c/Romeo'><error type='cancel'>
      <conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>`;
    expect(decode(stanza(conflict))).toMatchObject({
      kind: 'presence-error',
      error: { condition: 'conflict' },
    });
  });

  it('says who is there, and under which new name', () => {
    const renamed = `<presence type='unavailable' from='r@c/Nurse'><x xmlns='http://jabber.org/protocol/muc#user'>
      <item affiliation='member' role='participant' nick='Angelica'/><status code='303'/></x></presence>`;
    expect(decode(stanza(renamed))).toEqual({
      kind: 'presence',
      from: 'r@c/Nurse',
      available: false,
      affiliation: 'member',
      codes: [303],
      newNick: 'Angelica',
    });
  });

  it.each([
    "<message type='groupchat'><body>no sender</body></message>",
    "<presence type='subscribe' from='mercutio@example.org'/>",
    "<iq type='result'/>",
    "<message from='a@b'><x xmlns='http://jabber.org/protocol/muc#user'/></message>",
    '<stream:features xmlns:stream="http://etherx.jabber.org/streams"/>',
  ])('is left alone when nobody asked for it: %s', (xml) => {
    expect(decode(stanza(xml))).toEqual({ kind: 'other' });
  });
});

describe('values', () => {
  it.each(['', ' 1', '-1', '1.0', '1e3', '0x1', '٣', '9'.repeat(16)])('%j is no whole number', (text) => {
    expect(wholeNumber(text)).toBeNull();
  });

  it.each(['', '2026-01-01', '2026-01-01T10:00:00', '20260101T10:00:00', '2026-13-01T10:00:00Z', 'tomorrow'])(
    '%j is no instant',
    (text) => {
      expect(instant(text)).toBeNull();
    },
  );

  it('an instant may have an offset', () => {
    expect(instant('2026-01-01T11:00:00.5+01:00')).toBe(Date.parse('2026-01-01T10:00:00.500Z'));
  });
});
