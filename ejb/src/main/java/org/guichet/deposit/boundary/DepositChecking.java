package org.guichet.deposit.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.deposit.control.Answers;
import org.guichet.deposit.control.ComplaintFile;
import org.guichet.deposit.control.FileInspection;
import org.guichet.deposit.control.HeaderAhead;
import org.guichet.deposit.control.JudgedPassages;
import org.guichet.deposit.control.MailWords;
import org.guichet.deposit.control.SpoolFiles;
import org.guichet.deposit.entity.CheckTask;
import org.guichet.deposit.entity.Inspection;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.Certification;
import org.guichet.flux.Checking;
import org.guichet.flux.Finding;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.Passage;
import org.guichet.flux.check.ContentChecks;
import org.guichet.organisation.boundary.CheckingSettings;
import org.guichet.organisation.boundary.DepositRights;
import org.guichet.organisation.boundary.PeopleRegisters;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.WriteBehind;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks one deposit from its first byte to its verdict. Reading may take minutes, so it happens
 * outside of any transaction; {@link DepositProgress}, {@link DepositReception} and {@link
 * DepositVerdicts} write, briefly. Whatever goes wrong on our side leaves the deposit in its line.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DepositChecking {
  private static final Logger log = LoggerFactory.getLogger(DepositChecking.class);
  private static final FluxReader READER = new FluxReader();

  @Inject DepositProgress progress;
  @Inject DepositReception reception;
  @Inject ReadingLedger readings;
  @Inject DepositVerdicts verdicts;
  @Inject DepositRights rights;
  @Inject CheckingSettings choices;
  @Inject PeopleRegisters registers;
  @Inject DepositBriefing briefing;
  @Inject Answers answers;
  @Inject SpoolFiles parts;
  @Inject FileStore store;
  @Inject MailWords words;
  @Inject Permissions permissions;
  @Inject Settings.Deposit settings;
  @Inject Supplier<UUID> ids;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  /**
   * Does nothing when the deposit is decided already.
   *
   * @throws LeaseLostException when somebody else works on its line by now
   */
  public void check(Caller caller, LaneLease lease, DepositId id) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    try {
      Optional<CheckTask> task = progress.start(caller, lease, id);
      if (task.isPresent()) {
        conclude(caller, lease, task.get());
      }
    } catch (LeaseLostException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      log.error("DEP-901 technical failure deposit={} incident={}", id, ids.get(), e);
      progress.fail(caller, lease, id);
    }
  }

  private void conclude(Caller caller, LaneLease lease, CheckTask task) throws IOException {
    DepositBriefing.Brief brief = briefing.brief(caller, task);
    OrganisationView dropper = brief.dropper();
    try (ComplaintFile complaints = new ComplaintFile(store.incoming(), task);
        JudgedPassages judged = new JudgedPassages(store.incoming(), task)) {
      Inspection inspection = inspect(caller, lease, task, complaints, judged);
      readings.note(caller, task, inspection.reading());
      if (brief.receptionNumber().isPresent()) {
        String number = brief.receptionNumber().get();
        reception.decide(
            caller, lease, task, inspection, answers.reception(task, dropper, inspection, number));
      }
      Refusal refusal = inspection.refusal();
      if (refusal != null) {
        verdicts.refuse(
            caller,
            lease,
            task,
            refusal,
            answers.refused(task, dropper, inspection, refusal, complaints));
      } else {
        Tally tally =
            inspection.conclusive()
                ? judged.tally()
                : progress.settle(caller, lease, task, inspection);
        verdicts.record(
            caller,
            lease,
            task,
            inspection,
            tally,
            answers.judged(task, dropper, inspection, tally, judged));
      }
    }
    if (task.trial()) {
      parts.delete(task.deposit());
    }
  }

  private Inspection inspect(
      Caller caller,
      LaneLease lease,
      CheckTask task,
      ComplaintFile complaints,
      JudgedPassages judged)
      throws IOException {
    if (task.refusal().isPresent()) {
      return unread(task.refusal().get());
    }
    if (task.size() == 0) {
      return unread(RefusalCode.EMPTY);
    }
    try (InputStream file = open(task);
        WriteBehind writes = new WriteBehind(executor)) {
      Inspection inspection =
          FileInspection.inspect(
              READER,
              file,
              checking(task),
              settings.maxPassages(),
              header -> judge(caller, task, header),
              identities(caller, task),
              output(caller, lease, task, complaints, judged, writes));
      writes.finish();
      return inspection;
    }
  }

  private FileInspection.Identities identities(Caller caller, CheckTask task) {
    return new WantedIdentities(
        caller,
        choices,
        registers,
        () -> {
          try (InputStream again = open(task)) {
            return HeaderAhead.read(READER, again, checking(task));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Checking checking(CheckTask task) {
    return ContentChecks.checking(words.day(task.receivedAt()), settings.severities());
  }

  private InputStream open(CheckTask task) throws IOException {
    return task.trial()
        ? Files.newInputStream(parts.of(task.deposit()))
        : store.open(task.sha256().orElseThrow());
  }

  private FileInspection.Output output(
      Caller caller,
      LaneLease lease,
      CheckTask task,
      ComplaintFile complaints,
      JudgedPassages judged,
      WriteBehind writes) {
    return new FileInspection.Output() {
      @Override
      public void passages(
          List<Passage> batch, List<Certification> certifications, boolean conclusive)
          throws IOException {
        writes.add(
            conclusive
                ? () ->
                    judged.add(batch, progress.judge(caller, lease, task, batch, certifications))
                : () -> progress.passages(caller, lease, task, batch, certifications));
      }

      @Override
      public void complaint(Finding finding) throws IOException {
        complaints.add(finding);
      }
    };
  }

  private DepositRight judge(Caller caller, CheckTask task, FluxHeader header) {
    return rights.judge(
        caller,
        task.organisation(),
        String.valueOf(header.issuer()),
        String.valueOf(header.certifier()),
        String.valueOf(header.contract()),
        task.receivedAt());
  }

  private static Inspection unread(RefusalCode code) {
    return new Inspection(
        new FluxHeader(null, FluxAction.CREATION, null, null, null),
        0,
        null,
        new Refusal(code),
        false);
  }
}
