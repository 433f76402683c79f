package org.guichet.deposit.control;

import java.util.function.Function;
import java.util.function.Supplier;
import org.guichet.flux.Certification;
import org.guichet.flux.Finding;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Passage;
import org.guichet.flux.register.DisclosedValues;
import org.guichet.flux.register.IdentityMatching;
import org.guichet.flux.register.IdentityMode;
import org.jspecify.annotations.Nullable;

/**
 * Has holders looked up as their certifier wants it. A file may name its certifier only after its
 * passages: then the name is looked for ahead, so that the order of a file gets nobody past it.
 */
final class IdentityStage implements FluxSink {
  private final Function<FluxHeader, IdentityRules> rules;
  private final Supplier<@Nullable FluxHeader> ahead;
  private final FluxSink rest;
  private @Nullable FluxSink chosen;

  /**
   * @param ahead reads on to the file's header; null when it has none
   * @param rest what is told of everything, once holders were looked up
   */
  IdentityStage(
      Function<FluxHeader, IdentityRules> rules,
      Supplier<@Nullable FluxHeader> ahead,
      FluxSink rest) {
    this.rules = rules;
    this.ahead = ahead;
    this.rest = rest;
  }

  @Override
  public boolean header(FluxHeader header) {
    return (chosen == null ? choose(header) : chosen).header(header);
  }

  @Override
  public boolean passage(Passage passage) {
    return (chosen == null ? choose(ahead.get()) : chosen).passage(passage);
  }

  @Override
  public void certification(Certification certification) {
    (chosen == null ? rest : chosen).certification(certification);
  }

  @Override
  public void finding(Finding finding) {
    (chosen == null ? rest : chosen).finding(finding);
  }

  private FluxSink choose(@Nullable FluxHeader header) {
    IdentityRules found = header == null ? IdentityRules.NONE : rules.apply(header);
    FluxSink made =
        found.mode() == IdentityMode.OFF || found.register() == null
            ? rest
            : new IdentityMatching(found.register(), found.mode(), DisclosedValues.HIDDEN, rest);
    chosen = made;
    return made;
  }
}
