/**
 * Who waits, who may serve, what is on offer. Pure: no XMPP, no SQL, no threads, no clock, no logger.
 * {@link dev.usher.routing.Workgroup} takes commands and answers with events; everything else here is its vocabulary.
 */
package dev.usher.routing;
