/** Imports of people, and the people themselves. */
@org.jspecify.annotations.NullMarked
package org.guichet.roster.boundary;
