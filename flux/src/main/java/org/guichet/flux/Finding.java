package org.guichet.flux;

import java.util.List;

/**
 * Something that is wrong with a file, as a value; worded at the edge in the reader's language.
 *
 * @param line in the file, from 1; 0 when the finding has no place
 * @param column in the line, from 1; 0 when the finding has no place
 * @param path XPath of the element, local names with positions; empty when unknown
 * @param arguments what the text of the code quotes; for what the parser says, its French wording
 */
public record Finding(
    FindingCode code,
    Severity severity,
    int line,
    int column,
    String path,
    List<String> arguments) {
  public Finding {
    arguments = List.copyOf(arguments);
  }
}
