/** Notices: what is to be sent, and what became of it. */
@org.jspecify.annotations.NullMarked
package org.guichet.notice.entity;
