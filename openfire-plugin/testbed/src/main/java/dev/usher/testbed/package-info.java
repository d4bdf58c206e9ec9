/**
 * The ground on which Usher is tried and tested: Openfire in this process, a quick start, a demo shop. Loopback only,
 * with trial passwords: never to be exposed, never shipped.
 */
package dev.usher.testbed;
