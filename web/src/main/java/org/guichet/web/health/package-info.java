/**
 * Tells machines and people how this server is. The checks belong to the components; here they are
 * only run and shown.
 */
@NullMarked
package org.guichet.web.health;

import org.jspecify.annotations.NullMarked;
