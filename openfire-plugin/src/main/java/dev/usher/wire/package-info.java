/**
 * Stanza to order, event to stanzas, refusal to stanza error: the only code that knows XML. The contract is
 * docs/protocol/, and its examples are the tests.
 */
package dev.usher.wire;
