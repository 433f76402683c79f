/** Who may call what: the table that tests of rights and their page are made from. */
@org.jspecify.annotations.NullMarked
package org.guichet.rights;
