package org.guichet.roster.entity;

import java.util.List;

/**
 * A child as its parent's row names it. What the row doesn't say is empty.
 *
 * @param classes as the import calls them
 */
public record ChildMention(
    String externalId, String lastName, String usageName, String firstName, List<String> classes) {
  public ChildMention {
    classes = List.copyOf(classes);
  }

  /** How the row names the child, whatever its classes are called. */
  public String key() {
    return String.join("|", externalId, lastName, usageName, firstName);
  }

  /** For people to read. */
  public String shown() {
    String name = ((lastName.isEmpty() ? usageName : lastName) + " " + firstName).strip();
    String who = name.isEmpty() ? externalId : name;
    return classes.isEmpty() ? who : who + " (" + String.join(", ", classes) + ")";
  }
}
