/**
 * What is known beyond one passage: who is in the certifier's register of people, and which
 * passages the same file holds twice.
 *
 * <p>Everything here stands between a {@link org.guichet.flux.FluxReader} and the sink that it
 * feeds, adds findings to passages on their way, and keeps their order. A value that the register
 * lacks is unknown, never different; what the register says is quoted only where the reader may see
 * it.
 */
package org.guichet.flux.register;
