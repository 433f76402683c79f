/** People: their sign-in, what they belong to, and what they may do. */
@org.jspecify.annotations.NullMarked
package org.guichet.account;
