package org.guichet.deposit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.analysis.Mode;
import org.guichet.platform.entity.DepositId;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt found out beside its passages, and how far what follows a verdict has come: its
 * figures are counted, then its passages are listed for searches, range by range. Whatever dies in
 * the middle goes on where it was.
 */
@Entity
@Table(name = "attempt_reading")
public class AttemptReading {
  @Id private UUID attempt;

  @Column(name = "deposit", updatable = false)
  private UUID deposit;

  @Enumerated(EnumType.STRING)
  @Column(name = "mode", updatable = false)
  private @Nullable Mode mode;

  @Enumerated(EnumType.STRING)
  @Column(name = "reading", updatable = false)
  private FluxEnd.@Nullable How reading;

  @Column(name = "encoding", updatable = false)
  private @Nullable String encoding;

  @Column(name = "outside", updatable = false)
  private int outside;

  @Column(name = "findings", updatable = false)
  private @Nullable String findings;

  @Column(name = "figures")
  private @Nullable String figures;

  @Column(name = "listed")
  private int listed;

  @Column(name = "open")
  private boolean open;

  @Column(name = "named")
  private boolean named;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected AttemptReading() {}

  /**
   * What was read, before the verdict.
   *
   * @param findings of {@code read}, as JSON
   */
  public static AttemptReading of(
      UUID attempt, DepositId deposit, Reading read, @Nullable String findings) {
    AttemptReading reading = new AttemptReading();
    reading.attempt = attempt;
    reading.deposit = deposit.value();
    reading.mode = read.mode();
    reading.reading = read.how();
    reading.encoding = read.encoding();
    reading.outside = read.outside();
    reading.findings = findings;
    reading.open = true;
    reading.named = true;
    return reading;
  }

  /** Its figures are known; {@code text} is what is kept of them. */
  public void count(String text) {
    figures = text;
  }

  /** Passages up to this one are found by searches. */
  public void listTo(int passage) {
    listed = passage;
  }

  /** Nothing is left to be done after its verdict. */
  public void close() {
    open = false;
  }

  /** No holder's name is left of it. */
  public void forgetNames() {
    named = false;
  }

  public UUID attempt() {
    return attempt;
  }

  public DepositId deposit() {
    return new DepositId(deposit);
  }

  public boolean isOpen() {
    return open;
  }

  /** The last passage that searches find; 0 before the first. */
  public int listed() {
    return listed;
  }

  /** What is kept of its figures; empty until they are counted. */
  public Optional<String> figures() {
    return Optional.ofNullable(figures);
  }

  /** As JSON; null for none. */
  public @Nullable String findings() {
    return findings;
  }

  public int outside() {
    return outside;
  }

  /** Empty, as the next two, for what was read before these were kept. */
  public Optional<Mode> mode() {
    return Optional.ofNullable(mode);
  }

  public Optional<FluxEnd.How> how() {
    return Optional.ofNullable(reading);
  }

  public Optional<String> encoding() {
    return Optional.ofNullable(encoding);
  }
}
