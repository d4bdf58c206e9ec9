/**
 * The agent's side of Usher, over any Smack connection: be online in workgroups, take offers, talk in channels, lead
 * browsers. Start at {@link dev.usher.agent.AgentDesk}.
 */
package dev.usher.agent;
