/** Pages of the assistant that imports people: its list, its five steps, and its files. */
@NullMarked
package org.guichet.web.imports;

import org.jspecify.annotations.NullMarked;
