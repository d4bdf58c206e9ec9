/**
 * The stanzas of the contract in {@code docs/protocol}, as immutable elements that read and write themselves.
 * {@link dev.usher.agent.stanza.Providers} teaches Smack all of them; nothing else here knows Smack's parser.
 */
package dev.usher.agent.stanza;
