/** The people of an organisation, and importing them from files of other programs. */
@org.jspecify.annotations.NullMarked
package org.guichet.roster;
