/**
 * The command {@code guichet}: starts, stops and watches a server, and administers it. It holds no
 * rule of the desk: what concerns organisations and files is asked of the running server.
 */
@NullMarked
package org.guichet.cli;

import org.jspecify.annotations.NullMarked;
