/** Figures, and what is asked of them. */
@org.jspecify.annotations.NullMarked
package org.guichet.insight.entity;
