/** A review, its answers, and how both are shown. */
@org.jspecify.annotations.NullMarked
package org.guichet.review.entity;
