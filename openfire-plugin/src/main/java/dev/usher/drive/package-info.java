/**
 * What may be driven where, and what each browser last reported. Pure: no XMPP, no SQL, no threads, no clock, no logger.
 */
package dev.usher.drive;
