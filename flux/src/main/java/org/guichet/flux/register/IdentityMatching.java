package org.guichet.flux.register;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.guichet.flux.Certification;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Holder;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Looks the holders of passages up in the certifier's register, and hands the passages on with what
 * it found. Holds a few hundred passages back to ask for them at once; the order of what the next
 * sink is told stays the file's, and nothing is held any more when a certification has ended. How
 * many holders were not looked up is told with each certification. One instance serves one reading.
 */
public final class IdentityMatching implements FluxSink {
  /** For so many passages at once the register is asked. */
  static final int MOST_HELD = 500;

  private static final int MOST_FINDINGS_HELD = 5_000;

  private final @Nullable HolderRegister register;
  private final IdentityMode mode;
  private final DisclosedValues disclosed;
  private final FluxSink sink;
  private final PassagePaths paths = new PassagePaths();
  private final List<Held> held = new ArrayList<>();
  private int findingsHeld;
  private boolean takesBack;
  private boolean enough;
  private boolean told;
  private int byDossier;
  private int byNir;

  /**
   * @param register null when the certifier has none
   * @param sink what it says goes: when it has enough, it is told nothing more
   */
  public IdentityMatching(
      @Nullable HolderRegister register,
      IdentityMode mode,
      DisclosedValues disclosed,
      FluxSink sink) {
    this.register = register;
    this.mode = mode;
    this.disclosed = disclosed;
    this.sink = sink;
  }

  @Override
  public boolean header(FluxHeader header) {
    flush();
    takesBack = header.action() == FluxAction.SUPPRESSION;
    enough = enough || !sink.header(header);
    return !enough;
  }

  @Override
  public boolean passage(Passage passage) {
    if (enough) {
      return false;
    }
    if (mode == IdentityMode.OFF || register == null || takesBack) {
      if (!told && mode != IdentityMode.OFF && !takesBack) {
        tell(FindingCode.NO_REGISTER);
      }
      told = true;
      enough = !sink.passage(passage);
      return !enough;
    }
    Holder holder = passage.holder();
    boolean civil = holder.kind() == Holder.Kind.CIVIL_STATUS;
    byDossier += holder.kind() == Holder.Kind.DOSSIER ? 1 : 0;
    byNir += holder.kind() == Holder.Kind.NIR ? 1 : 0;
    held.add(new Held(passage, paths.next(passage), civil ? Sought.of(holder) : null));
    findingsHeld += passage.findings().size();
    if (held.size() >= MOST_HELD || findingsHeld >= MOST_FINDINGS_HELD) {
      flush();
    }
    return !enough;
  }

  @Override
  public void certification(Certification certification) {
    flush();
    if (!enough) {
      tellOfOthers();
      sink.certification(certification);
    }
  }

  @Override
  public void finding(Finding finding) {
    flush();
    if (!enough) {
      sink.finding(finding);
    }
  }

  private void tellOfOthers() {
    if (byDossier + byNir > 0) {
      tell(
          FindingCode.IDENTITY_NOT_CHECKED,
          String.valueOf(byDossier + byNir),
          String.valueOf(byDossier),
          String.valueOf(byNir));
      byDossier = 0;
      byNir = 0;
    }
  }

  private void tell(FindingCode code, String... arguments) {
    sink.finding(new Finding(code, code.usual(), 0, 0, "", List.of(arguments)));
  }

  private void flush() {
    if (held.isEmpty() || register == null) {
      return;
    }
    lookUp(register);
    for (Held one : held) {
      if (!enough) {
        enough = !sink.passage(one.judged(disclosed, mode));
      }
    }
    held.clear();
    findingsHeld = 0;
  }

  private void lookUp(HolderRegister asked) {
    Map<Sought, List<RegisteredHolder>> matching = asked.matching(sought(one -> true));
    for (Held one : held) {
      if (one.sought != null) {
        List<RegisteredHolder> people = matching.getOrDefault(one.sought, List.of());
        one.found = Identification.of(one.passage.holder(), people);
      }
    }
    Set<Sought> unknown = sought(Held::isUnknown);
    if (!unknown.isEmpty()) {
      Map<Sought, List<RegisteredHolder>> near = asked.near(unknown);
      held.stream()
          .filter(Held::isUnknown)
          .forEach(one -> one.near = near.getOrDefault(one.sought, List.of()));
    }
  }

  private Set<Sought> sought(Predicate<Held> wanted) {
    Set<Sought> sought = new LinkedHashSet<>();
    for (Held one : held) {
      if (one.sought != null && wanted.test(one)) {
        sought.add(one.sought);
      }
    }
    return sought;
  }

  /** A passage on its way. */
  private static final class Held {
    private final Passage passage;
    private final String path;
    private final @Nullable Sought sought;
    private @Nullable Identification found;
    private List<RegisteredHolder> near = List.of();

    Held(Passage passage, String path, @Nullable Sought sought) {
      this.passage = passage;
      this.path = path;
      this.sought = sought;
    }

    boolean isUnknown() {
      return found != null && found.problem() == FindingCode.HOLDER_UNKNOWN;
    }

    Passage judged(DisclosedValues disclosed, IdentityMode mode) {
      if (found == null || found.problem() == null) {
        return passage;
      }
      Severity severity = mode == IdentityMode.BLOCK ? Severity.PASSAGE : Severity.WARNING;
      List<Finding> findings = new ArrayList<>(passage.findings());
      findings.add(found.finding(passage, path, near, disclosed, severity));
      return passage.withFindings(findings);
    }
  }
}
