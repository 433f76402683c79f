/**
 * Asking for assistance and following it, for anybody; the queue of requests, for whoever answers
 * them.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.web.assistance;
