/**
 * The command line's way in: a loopback endpoint that only somebody who may read the data folder
 * can use. It calls the same boundaries as the pages will, as {@code Caller.commandLine()}, and
 * answers with one envelope for everything, {@link org.guichet.web.administration.Answer}.
 *
 * <p>Whoever comes another way, or without the token, is told what any unknown address is told:
 * 404.
 */
@NullMarked
package org.guichet.web.administration;

import org.jspecify.annotations.NullMarked;
