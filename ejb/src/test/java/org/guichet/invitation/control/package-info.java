/** How codes are made, found and listed. */
@org.jspecify.annotations.NullMarked
package org.guichet.invitation.control;
