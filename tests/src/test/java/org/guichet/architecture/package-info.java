/**
 * Tier 1: the rules of the house, checked on the compiled classes. Each rule has a canary under
 * {@code org.guichet.canary}, a bad class that it must condemn, so that no rule checks nothing.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.architecture;
