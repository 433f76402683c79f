package org.guichet.flux;

import java.util.List;

/**
 * A run of passages that the parser doesn't get to see, because they are proven valid.
 *
 * @param number of the cut in the file, from 1
 * @param line where the last of them ends
 * @param column behind the end of the last of them
 */
record Cut(int number, List<Proven> passages, int line, int column) {
  /** A valid passage, its values and its place. */
  record Proven(Fields fields, ByteRange range) {}
}
