package org.guichet.flux;

/**
 * Where an element stands in the bytes of a file.
 *
 * @param offset of the first byte of its start tag, from 0; -1 when unknown
 * @param length in bytes up to the end of its end tag; -1 when unknown
 * @param line of its start tag's first character, from 1
 */
record ByteRange(long offset, long length, int line) {}
