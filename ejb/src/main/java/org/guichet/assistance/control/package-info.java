/** The rules of requests for assistance, their limits and their tables. */
@org.jspecify.annotations.NullMarked
package org.guichet.assistance.control;
