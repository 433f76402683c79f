package org.guichet.flux.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Holder;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.guichet.flux.register.Compared.Step;
import org.jspecify.annotations.Nullable;

/**
 * What became of looking somebody up.
 *
 * @param problem null when exactly one person was found
 * @param candidates who was still possible when it ended; before the step that left nobody
 */
record Identification(@Nullable FindingCode problem, List<RegisteredHolder> candidates) {

  /**
   * The three steps: what is compulsory; if that leaves several, month and day; if that leaves
   * several, the town and everything else that both sides know.
   *
   * @param matching who agrees in what is compulsory
   */
  static Identification of(Holder holder, List<RegisteredHolder> matching) {
    List<RegisteredHolder> people = matching.stream().distinct().toList();
    if (people.isEmpty()) {
      return new Identification(FindingCode.HOLDER_UNKNOWN, people);
    }
    if (people.size() == 1) {
      return new Identification(null, people);
    }
    List<RegisteredHolder> onDay = agreeing(holder, people, Step.DAY);
    if (onDay.isEmpty()) {
      return new Identification(FindingCode.HOLDER_UNKNOWN_ON_DAY, people);
    }
    if (onDay.size() == 1) {
      return new Identification(null, onDay);
    }
    List<RegisteredHolder> inAll = agreeing(holder, onDay, Step.OPTIONAL);
    return inAll.size() == 1
        ? new Identification(null, inAll)
        // Nobody left: several are known and none can be told to be the one.
        : new Identification(FindingCode.SEVERAL_HOLDERS, inAll.isEmpty() ? onDay : inAll);
  }

  /**
   * Tells the problem, with what may help to mend it.
   *
   * @param path of the passage
   * @param near who comes near, where nobody matches
   */
  Finding finding(
      Passage passage,
      String path,
      List<RegisteredHolder> near,
      DisclosedValues disclosed,
      Severity severity) {
    FindingCode code = Objects.requireNonNull(problem);
    Holder holder = passage.holder();
    if (code == FindingCode.SEVERAL_HOLDERS) {
      return new Finding(code, severity, passage.line(), 0, path, tellingApart(holder));
    }
    List<Difference> differences =
        code == FindingCode.HOLDER_UNKNOWN
            ? Nearness.ofNearest(holder, near)
            : Nearness.ofClosest(holder, candidates);
    List<String> arguments = new ArrayList<>();
    for (Difference difference : differences) {
      arguments.add(difference.what());
      arguments.add(difference.registered());
      arguments.add(difference.given());
    }
    boolean one = differences.size() == 1;
    Finding finding =
        new Finding(
            code,
            severity,
            passage.line(),
            0,
            one ? path + differences.get(0).at().pathWithin() : path,
            one ? differences.get(0).given() : null,
            arguments);
    return disclosed == DisclosedValues.SHOWN ? finding : DisclosedValues.hide(finding);
  }

  /** How many there are, and the elements which the file lacks and which would tell them apart. */
  private List<String> tellingApart(Holder holder) {
    List<String> arguments = new ArrayList<>();
    arguments.add(String.valueOf(candidates.size()));
    for (Compared value : Compared.values()) {
      long different =
          candidates.stream()
              .map(value::registeredKey)
              .filter(text -> !text.isEmpty())
              .distinct()
              .count();
      if (different > 1 && value.given(holder).isEmpty()) {
        arguments.add(value.field().element());
      }
    }
    return arguments;
  }

  private static List<RegisteredHolder> agreeing(
      Holder holder, List<RegisteredHolder> people, Step step) {
    return people.stream().filter(person -> !differ(holder, person, step)).toList();
  }

  private static boolean differ(Holder holder, RegisteredHolder person, Step step) {
    for (Compared value : Compared.values()) {
      if (value.step() == step && value.differs(holder, person)) {
        return true;
      }
    }
    return false;
  }
}
