/**
 * The file format alone: its schema, the reader that checks a file against it, and the findings
 * that come of it. Plain Java, no server.
 *
 * <p>What holds here: a file is read once, as a stream, and memory doesn't grow with it, whatever
 * it holds; nothing but its own bytes is read, neither from the network nor from the disk; a file's
 * content never makes an exception, only findings; what is wrong with a passage is told with the
 * passage. {@link org.guichet.flux.FluxReader} is the way in.
 */
package org.guichet.flux;
