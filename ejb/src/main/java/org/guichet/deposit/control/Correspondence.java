package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DuplicateTask;
import org.guichet.deposit.entity.Inspection;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.FluxAction;
import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Settings;
import org.guichet.receipt.entity.Gist;
import org.guichet.receipt.entity.Reader;
import org.guichet.receipt.entity.ReceiptOutcome;
import org.guichet.receipt.entity.Recipient;
import org.jspecify.annotations.Nullable;

/** Who is answered, and what the mails that go with receipts quote. */
@Dependent
public class Correspondence {
  @Inject MailWords words;
  @Inject Settings settings;

  /**
   * The organisation that dropped and, when different, the certifier that the file names: the first
   * finds receipts among its own, the second in the dropper's folder.
   */
  public List<Recipient> recipients(
      CheckTask task,
      OrganisationView dropper,
      Inspection inspection,
      @Nullable Refusal refusal,
      Tally tally) {
    return recipients(
        dropper,
        inspection.certifier(),
        language -> {
          Map<String, String> arguments = new HashMap<>();
          arguments.put("depositNumber", Long.toString(task.number()));
          arguments.put("fileName", task.fileName());
          arguments.put("droppedAt", words.instant(task.receivedAt(), language));
          arguments.put("passagesAccepted", Integer.toString(tally.accepted()));
          arguments.put("passagesRejected", Integer.toString(tally.rejected()));
          arguments.put("trial", Boolean.toString(task.trial()));
          if (inspection.header().action() == FluxAction.SUPPRESSION) {
            arguments.put("action", FluxAction.SUPPRESSION.name());
          }
          if (inspection.identitySkipped()) {
            arguments.put("identity", "NO_REGISTER");
          }
          if (refusal != null) {
            arguments.put("code", refusal.code().number());
            arguments.put("reason", RefusalTexts.reason(refusal, language));
            arguments.put("mend", RefusalTexts.mend(refusal.code(), language));
          }
          return arguments;
        });
  }

  /** Those whom a duplicate is answered to: the same as its first deposit. */
  public List<Recipient> recipients(
      DuplicateTask task, OrganisationView dropper, @Nullable OrganisationView certifier) {
    return recipients(
        dropper,
        certifier,
        language -> {
          Map<String, String> arguments = new HashMap<>();
          arguments.put("depositNumber", Long.toString(task.number()));
          arguments.put("firstDepositNumber", Long.toString(task.firstNumber()));
          arguments.put("fileName", task.fileName());
          arguments.put("droppedAt", words.instant(task.receivedAt(), language));
          arguments.put("trial", "false");
          return arguments;
        });
  }

  private List<Recipient> recipients(
      OrganisationView dropper,
      @Nullable OrganisationView certifier,
      Function<Locale, Map<String, String>> arguments) {
    Map<String, String> shared = new HashMap<>();
    shared.put("sender", named(dropper));
    shared.put("certifier", certifier == null ? "-" : named(certifier));
    shared.put("publicUrl", settings.publicUrl().toString());
    List<Recipient> recipients = new ArrayList<>();
    recipients.add(recipient(dropper, "", shared, arguments));
    if (certifier != null && !certifier.id().equals(dropper.id())) {
      recipients.add(recipient(certifier, dropper.matricule().value(), shared, arguments));
    }
    return recipients;
  }

  private static Recipient recipient(
      OrganisationView organisation,
      String folder,
      Map<String, String> shared,
      Function<Locale, Map<String, String>> arguments) {
    return new Recipient(
        organisation.id(),
        organisation.name(),
        folder,
        organisation.recipients().stream()
            .map(
                to -> {
                  Map<String, String> all = new HashMap<>(shared);
                  all.put("outbox", folder.isEmpty() ? "/accuses" : "/accuses/" + folder + "/");
                  all.putAll(arguments.apply(to.language()));
                  return new Reader(to, all);
                })
            .toList());
  }

  /**
   * One of the two that were answered, and whom it wants a receipt mailed to once more.
   *
   * @param to people of the recipient
   */
  public Recipient again(
      Deposit deposit,
      OrganisationView recipient,
      OrganisationView dropper,
      Optional<OrganisationView> certifier,
      List<MailRecipientView> to) {
    boolean own = recipient.id().equals(dropper.id());
    String folder = own ? "" : dropper.matricule().value();
    return new Recipient(
        recipient.id(),
        recipient.name(),
        folder,
        to.stream()
            .map(
                one ->
                    new Reader(
                        one,
                        Map.of(
                            "sender", named(dropper),
                            "certifier", certifier.map(Correspondence::named).orElse("-"),
                            "publicUrl", settings.publicUrl().toString(),
                            "depositNumber", Long.toString(deposit.number()),
                            "fileName", deposit.fileName(),
                            "droppedAt", words.instant(deposit.receivedAt(), one.language()))))
            .toList());
  }

  /** What a receipt on this deposit says, in a line. */
  public Gist gist(CheckTask task, OrganisationView dropper, ReceiptOutcome outcome, Tally tally) {
    return new Gist(
        outcome,
        task.number(),
        task.fileName(),
        named(dropper),
        task.receivedAt(),
        tally.accepted(),
        tally.rejected());
  }

  /** What a receipt on this duplicate says, in a line. */
  public Gist gist(DuplicateTask task, OrganisationView dropper) {
    return new Gist(
        ReceiptOutcome.DUPLICATE,
        task.number(),
        task.fileName(),
        named(dropper),
        task.receivedAt(),
        0,
        0);
  }

  private static String named(OrganisationView organisation) {
    return organisation.matricule() + " " + organisation.name();
  }
}
