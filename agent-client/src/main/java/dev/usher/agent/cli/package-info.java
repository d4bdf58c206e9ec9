/** The command line {@code usher-agent}: an agent at a terminal, or a script in an agent's place. */
package dev.usher.agent.cli;
