/**
 * Takes notices and delivers them. The row is the queue; a message is a doorbell that may be lost,
 * the timer finds what it left behind. A notice is sent at least once: repeats after a crash carry
 * the same Message-ID.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.notice.boundary;
