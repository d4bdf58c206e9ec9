const DRIVE = 'urn:usher:drive:1';

/** The next address to which a browser is led, if the drive is one that a browser obeys: the switch's own. */
export const driven = (customer, room) =>
  customer.next('a drive', (stanza) =>
    stanza.attrs.type === 'groupchat' && stanza.attrs.from === `${room.address}/demo`
      ? stanza.getChild('drive', DRIVE)?.attrs.url
      : undefined,
  );
