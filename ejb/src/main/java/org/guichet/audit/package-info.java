/** Who did what: written in the transaction of the deed, chained by hash, erasable by person. */
@org.jspecify.annotations.NullMarked
package org.guichet.audit;
