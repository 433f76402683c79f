/** Codes that give their rights once, to whoever redeems them in time. */
@org.jspecify.annotations.NullMarked
package org.guichet.invitation;
