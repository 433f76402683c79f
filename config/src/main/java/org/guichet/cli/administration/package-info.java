/**
 * The part of the command line that administers a running server: it asks the server's loopback
 * endpoint, with the key that the server laid into its data folder, and shows the answer as text or
 * as JSON. No rule of the desk is here.
 */
@NullMarked
package org.guichet.cli.administration;

import org.jspecify.annotations.NullMarked;
