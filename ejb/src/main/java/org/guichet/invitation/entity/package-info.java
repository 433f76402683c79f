/** Invitation codes: facts are kept, where one stands follows from them and the clock. */
@org.jspecify.annotations.NullMarked
package org.guichet.invitation.entity;
