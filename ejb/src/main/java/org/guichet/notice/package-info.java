/**
 * Mail out, from an outbox table: decided in one transaction, sent after it, repeated until sent.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.notice;
