package org.guichet.deposit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.Drop;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.MailTiming;
import org.guichet.organisation.entity.MailedReceipt;
import org.guichet.organisation.entity.OrganisationState;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/** Invented drops, their numbers and lines as they come. */
public final class DropSamples {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** The organisations that {@code OrganisationSamples} numbers 1 and 2. */
  public static final OrganisationId ALICE = new OrganisationId(new UUID(1, 1));

  public static final OrganisationId BOB = new OrganisationId(new UUID(1, 2));
  public static final Matricule ALICES = new Matricule("77ZZZ001");
  public static final Matricule BOBS = new Matricule("77ZZZ002");

  private DropSamples() {}

  public static DepositId id(long n) {
    return new DepositId(new UUID(9, n));
  }

  public static Sha256 digest(String content) {
    return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
  }

  public static Drop drop(long n, OrganisationId organisation, DepositKind kind, String content) {
    return new Drop(
        id(n),
        organisation,
        organisation.equals(ALICE) ? ALICES : BOBS,
        kind,
        Channel.SFTP,
        "promotion.xml",
        content.length(),
        Optional.of(digest(content)),
        Optional.empty());
  }

  /** A real deposit of Alice's, received at {@link #NOON}. */
  public static Deposit deposit(long n, String content) {
    return deposit(n, ALICE, DepositKind.REAL, content);
  }

  /** Numbered and lined up by {@code n}. */
  public static Deposit deposit(
      long n, OrganisationId organisation, DepositKind kind, String content) {
    return Deposit.receive(drop(n, organisation, kind, content), n, n, null, NOON);
  }

  /** Alice's first attempt, under the attempt {@code (7, 1)}, of treatment 77. */
  public static CheckTask task(DepositKind kind, Optional<RefusalCode> refusal) {
    return new CheckTask(
        id(1),
        new UUID(7, 1),
        11,
        77,
        ALICE,
        ALICES,
        kind,
        "promotion.xml",
        1234,
        Optional.of(digest("content")),
        NOON,
        refusal);
  }

  /** Whom the desk writes to in French, or not. */
  public static OrganisationView organisation(
      OrganisationId id, Matricule matricule, Locale language, CheckingMode mode) {
    return new OrganisationView(
        id,
        matricule,
        "Organisme " + matricule,
        "contact@" + matricule.value().toLowerCase(Locale.ROOT) + ".example",
        language,
        mode,
        OrganisationState.ACTIVE,
        List.of("MCFCER990001"),
        List.of(
            new MailRecipientView(
                id.value(),
                "contact@" + matricule.value().toLowerCase(Locale.ROOT) + ".example",
                language,
                Set.of(MailedReceipt.RECEPTION, MailedReceipt.PROCESSING),
                MailTiming.EACH,
                NOON)),
        NOON);
  }
}
