/**
 * Tables out of files as people have them: which encoding, which separator, which row is the
 * header. Each guess is a value with its reason, and can be overridden. Files are streamed; what
 * memory they may take is bounded, whatever they hold.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.roster.control.reading;
