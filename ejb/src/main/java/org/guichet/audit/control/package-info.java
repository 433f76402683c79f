/** How entries are closed, kept, chained and checked. */
@org.jspecify.annotations.NullMarked
package org.guichet.audit.control;
