/**
 * Making, showing, deactivating and redeeming invitation codes. Who may is judged by where the
 * rights hold that a code gives.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.invitation.boundary;
