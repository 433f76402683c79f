package org.guichet.system;

import java.util.function.Consumer;
import org.guichet.system.Chromium.Shown;

/**
 * A page in one of its states, and how it comes to be in it. Each is looked at by {@link ScenesST}
 * and stands in docs/pages.md.
 */
@SuppressWarnings("ImmutableEnumChecker") // what opens a page keeps nothing
public enum Scene {
  START("index", "filled", "the server is in service", shown -> shown.open("/")),
  ACCESSIBILITY("accessibility", "filled", "always", shown -> shown.open("/accessibility"));

  private final String view;
  private final String state;
  private final String when;
  private final Consumer<Shown> opening;

  Scene(String view, String state, String when, Consumer<Shown> opening) {
    this.view = view;
    this.state = state;
    this.when = when;
    this.opening = opening;
  }

  /** Path of the view in the archive, without its ending. */
  public String view() {
    return view;
  }

  public String state() {
    return state;
  }

  /** What has happened when it looks like that. */
  public String when() {
    return when;
  }

  void open(Shown shown) {
    opening.accept(shown);
  }
}
