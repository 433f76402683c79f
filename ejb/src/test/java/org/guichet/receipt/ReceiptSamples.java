package org.guichet.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.MailTiming;
import org.guichet.organisation.entity.MailedReceipt;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.Stored;
import org.guichet.receipt.entity.Gist;
import org.guichet.receipt.entity.NewReceipt;
import org.guichet.receipt.entity.Reader;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptNames;
import org.guichet.receipt.entity.ReceiptOutcome;
import org.guichet.receipt.entity.Recipient;

/** Invented receipts, given by nobody to Alice and Bob. */
public final class ReceiptSamples {
  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  public static final OrganisationId ALICE = new OrganisationId(new UUID(1, 1));
  public static final OrganisationId BOB = new OrganisationId(new UUID(1, 2));
  public static final String ALICES = "77ZZZ001";

  private ReceiptSamples() {}

  public static UUID subject(long n) {
    return new UUID(9, n);
  }

  public static Recipient to(OrganisationId organisation, String folder) {
    return new Recipient(organisation, "Organisme", folder, List.of());
  }

  /** The same, with a reader who chose this. */
  public static Recipient to(
      OrganisationId organisation, String folder, UUID reader, MailTiming timing) {
    return new Recipient(
        organisation,
        "Organisme",
        folder,
        List.of(
            new Reader(
                new MailRecipientView(
                    reader,
                    "contact@example.org",
                    Locale.FRENCH,
                    Set.of(MailedReceipt.RECEPTION, MailedReceipt.PROCESSING),
                    timing,
                    NOON),
                Map.of("fileName", "a.xml", "depositNumber", "7"))));
  }

  /** The {@code n}th receipt on a drop of Alice's. */
  public static NewReceipt receipt(
      long n, ReceiptKind kind, String fileName, byte[] content, Recipient... recipients) {
    return new NewReceipt(
        subject(n),
        new DepositId(subject(n)),
        kind,
        (kind == ReceiptKind.RECEPTION ? "AR-" : "AT-") + n,
        ALICE,
        false,
        null,
        List.of(),
        new ReceiptNames(fileName, n + "-" + fileName),
        new Stored(Sha256.of(content), content.length),
        List.of(recipients),
        "receipt.reception.ok",
        gist(n, kind == ReceiptKind.RECEPTION ? ReceiptOutcome.RECEIVED : ReceiptOutcome.PARTLY));
  }

  public static Gist gist(long n, ReceiptOutcome outcome) {
    return new Gist(outcome, n, "a.xml", ALICES + " Organisme", NOON.minusSeconds(60), 3, 1);
  }
}
