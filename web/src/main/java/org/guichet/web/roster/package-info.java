/** Pages of the people whom organisations import. */
@org.jspecify.annotations.NullMarked
package org.guichet.web.roster;
