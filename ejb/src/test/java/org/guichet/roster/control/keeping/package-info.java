@NullMarked
package org.guichet.roster.control.keeping;

import org.jspecify.annotations.NullMarked;
