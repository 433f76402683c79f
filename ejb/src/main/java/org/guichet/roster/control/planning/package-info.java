/**
 * From rows to a plan: values put in order, classes, links of parents and children, who is known
 * already. A plan is pure: nothing is written, and nobody's identity is guessed in silence.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.roster.control.planning;
