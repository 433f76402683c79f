/** Pages of invitation codes: making, listing and redeeming them. Their views lie in portal. */
@org.jspecify.annotations.NullMarked
package org.guichet.web.invitation;
