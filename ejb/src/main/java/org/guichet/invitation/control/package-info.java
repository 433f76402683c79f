/** How codes are made, closed and found, what is wrong with a wish for some, and their table. */
@org.jspecify.annotations.NullMarked
package org.guichet.invitation.control;
