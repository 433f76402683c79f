/** Asking for reviews, and answering them person by person. Nothing is taken away by itself. */
@org.jspecify.annotations.NullMarked
package org.guichet.review.boundary;
