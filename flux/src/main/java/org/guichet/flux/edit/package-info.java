/** Changing passages of a file field by field, and writing files of some of its passages. */
@NullMarked
package org.guichet.flux.edit;

import org.jspecify.annotations.NullMarked;
