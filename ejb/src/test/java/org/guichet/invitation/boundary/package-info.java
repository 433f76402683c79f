/** Codes, put together by hand on a test's tables. */
@org.jspecify.annotations.NullMarked
package org.guichet.invitation.boundary;
