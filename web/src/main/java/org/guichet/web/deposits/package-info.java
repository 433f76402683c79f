/** Pages of deposits: the list, one deposit with what is wrong with it, and dropping files. */
@NullMarked
package org.guichet.web.deposits;

import org.jspecify.annotations.NullMarked;
