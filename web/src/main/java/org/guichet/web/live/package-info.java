/** Pages that change while they are looked at. */
@NullMarked
package org.guichet.web.live;

import org.jspecify.annotations.NullMarked;
