package org.guichet.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The moves that a status enum allows, written once and used by entities, tests and documents
 * alike.
 *
 * @param <S> the status
 */
public final class Lifecycle<S extends Enum<S>> {
  private final S start;
  private final Map<S, EnumSet<S>> moves;

  private Lifecycle(S start, Map<S, EnumSet<S>> moves) {
    this.start = start;
    this.moves = moves;
  }

  public static <S extends Enum<S>> Builder<S> startingAt(S start) {
    return new Builder<>(start);
  }

  public S start() {
    return start;
  }

  public boolean allows(S from, S to) {
    return targets(from).contains(to);
  }

  /**
   * Returns {@code to}.
   *
   * @throws IllegalMoveException when the table has no such move
   */
  public S move(S from, S to) {
    if (!allows(from, to)) {
      throw new IllegalMoveException(from, to);
    }
    return to;
  }

  /** The statuses that nothing leaves. */
  public Set<S> ends() {
    EnumSet<S> ends = EnumSet.allOf(start.getDeclaringClass());
    ends.removeIf(status -> !targets(status).isEmpty());
    return ends;
  }

  /** The statuses that no way from the start leads to. */
  public Set<S> unreachable() {
    EnumSet<S> unseen = EnumSet.allOf(start.getDeclaringClass());
    Deque<S> toVisit = new ArrayDeque<>();
    toVisit.add(start);
    while (!toVisit.isEmpty()) {
      S status = toVisit.remove();
      if (unseen.remove(status)) {
        toVisit.addAll(targets(status));
      }
    }
    return unseen;
  }

  /** The table as a Mermaid state diagram, in the order of the enum. */
  public String toMermaid() {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n");
    text.append("    [*] --> ").append(start).append('\n');
    for (S from : start.getDeclaringClass().getEnumConstants()) {
      for (S to : targets(from)) {
        text.append("    ").append(from).append(" --> ").append(to).append('\n');
      }
    }
    for (S end : ends()) {
      text.append("    ").append(end).append(" --> [*]\n");
    }
    return text.toString();
  }

  private Set<S> targets(S from) {
    EnumSet<S> targets = moves.get(from);
    return targets == null ? Set.of() : targets;
  }

  /** Collects the moves. */
  public static final class Builder<S extends Enum<S>> {
    private final S start;
    private final Map<S, EnumSet<S>> moves;

    private Builder(S start) {
      this.start = start;
      this.moves = new EnumMap<>(start.getDeclaringClass());
    }

    @SafeVarargs
    public final Builder<S> from(S from, S... to) {
      EnumSet<S> targets =
          moves.computeIfAbsent(from, f -> EnumSet.noneOf(start.getDeclaringClass()));
      for (S target : to) {
        targets.add(target);
      }
      return this;
    }

    public Lifecycle<S> build() {
      return new Lifecycle<>(start, moves);
    }
  }
}
