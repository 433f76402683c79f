/** Where people, plans and answers lie: tables and files. */
@org.jspecify.annotations.NullMarked
package org.guichet.roster.control.keeping;
