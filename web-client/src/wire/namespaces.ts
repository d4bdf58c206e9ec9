/** J and V of docs/protocol/README.md, and the namespaces of the specifications. */
export const NS = {
  client: 'jabber:client',
  workgroup: 'http://jabber.org/protocol/workgroup',
  jive: 'http://jivesoftware.com/protocol/workgroup',
  drive: 'urn:usher:drive:1',
  visit: 'urn:usher:visit:1',
  form: 'jabber:x:data',
  muc: 'http://jabber.org/protocol/muc',
  mucUser: 'http://jabber.org/protocol/muc#user',
  conference: 'jabber:x:conference',
  delay: 'urn:xmpp:delay',
  oldDelay: 'jabber:x:delay',
  archive: 'urn:xmpp:mam:2',
  forward: 'urn:xmpp:forward:0',
  resultSet: 'http://jabber.org/protocol/rsm',
  ping: 'urn:xmpp:ping',
  stanzas: 'urn:ietf:params:xml:ns:xmpp-stanzas',
} as const;
