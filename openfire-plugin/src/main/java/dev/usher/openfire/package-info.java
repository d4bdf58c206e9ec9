/**
 * Usher as an Openfire plugin: the component, and what else of the server's Java API nothing but Java can reach. One
 * binary for Openfire 4.2.0 and 5.x.
 */
package dev.usher.openfire;
