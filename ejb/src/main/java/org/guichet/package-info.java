/** Guichet's desk. One package a component; docs/architecture.md says which knows which. */
@NullMarked
package org.guichet;

import org.jspecify.annotations.NullMarked;
