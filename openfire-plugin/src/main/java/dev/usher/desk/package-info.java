/**
 * One loop owns each workgroup: it takes orders from a bounded mailbox, decides, and only then tells. The decisions are
 * those of {@code routing} and {@code drive}; what becomes of them is the business of the {@link dev.usher.desk.Outbox}.
 */
package dev.usher.desk;
