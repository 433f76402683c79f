/** Before somebody is in: password, second factor, and what leads back to them. */
@NullMarked
package org.guichet.web.signin;

import org.jspecify.annotations.NullMarked;
