/**
 * Deliberately bad classes, in packages shaped like the real ones. Each says which rules of {@code
 * ArchitectureTest} must condemn it; a rule without a canary fails {@code CanaryTest}.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.canary;
