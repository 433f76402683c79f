/**
 * For whoever is signed in. The container keeps everybody else out; what one may see, boundaries
 * judge.
 */
@NullMarked
package org.guichet.web.portal;

import org.jspecify.annotations.NullMarked;
