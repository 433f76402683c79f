/** Pages for whoever runs the portal. */
@NullMarked
package org.guichet.web.operator;

import org.jspecify.annotations.NullMarked;
