/** Requests for assistance: asked by anybody, followed by a link, answered and decided. */
@org.jspecify.annotations.NullMarked
package org.guichet.assistance;
