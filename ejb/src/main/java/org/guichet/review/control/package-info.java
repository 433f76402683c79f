/** Reviews and their answers, in the database. */
@org.jspecify.annotations.NullMarked
package org.guichet.review.control;
