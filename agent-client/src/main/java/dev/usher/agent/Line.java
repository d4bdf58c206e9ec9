package dev.usher.agent;

import java.time.Instant;

/**
 * Something said in a channel. Immutable. {@code nick} and {@code text} were written by others: plain text, and to
 * be cleaned before they reach a terminal or a page.
 *
 * @param nick who spoke
 * @param text what was said; may have several lines
 * @param own whether this agent said it
 * @param whispered whether only this agent can hear it (XEP-0045 §7.5)
 * @param at when; for what was said before we came, the room's stamp (XEP-0203)
 * @param earlier whether it was said before we came
 */
public record Line(String nick, String text, boolean own, boolean whispered, Instant at, boolean earlier) {}
