package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.deposit.control.DepositEntries;
import org.guichet.deposit.control.PassageCopies;
import org.guichet.deposit.entity.ChosenPassage;
import org.guichet.deposit.entity.ChosenPassages;
import org.guichet.deposit.entity.CorrectionOutcome;
import org.guichet.deposit.entity.CorrectionTask;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.flux.FluxAction;
import org.guichet.flux.report.RejectedExtract;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;

/** Drops a file of chosen passages of a deposit by the way of every drop: through the spool. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CorrectionDrop {
  private static final int MOST_OF_A_NAME = 100;
  private static final int MOST_OF_AN_ID = 50;
  private static final int MOST_EXTRACTS = 9_999;

  @Inject Spool spool;
  @Inject DepositEntries entries;
  @Inject FileStore store;
  @Inject Permissions permissions;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Writes the file into the spool, and hands it over.
   *
   * @param corrects the deposit that it mends; empty for one that takes back
   */
  public CorrectionOutcome drop(
      Caller caller,
      CorrectionTask task,
      ChosenPassages chosen,
      FluxAction action,
      Optional<DepositId> corrects)
      throws IOException {
    OrganisationId own = PassageTrial.own(permissions, caller);
    List<ChosenPassage> first = chosen.after(0);
    if (first.isEmpty()) {
      return new CorrectionOutcome.NothingChosen();
    }
    if (!store.holds(task.sha256()) || first.get(0).offset() < 0) {
      return new CorrectionOutcome.Uncuttable();
    }
    String letter = action == FluxAction.SUPPRESSION ? "S" : "R";
    int extract = free(own, task.idFlux(), letter);
    String name = name(task.fileName(), letter, extract);
    Incoming incoming =
        corrects.isPresent()
            ? spool.begin(caller, DropFolder.REAL, name, corrects.get())
            : spool.begin(caller, DropFolder.REAL, name);
    int written = 0;
    try {
      WritableByteChannel to = incoming;
      OutputStream out = Channels.newOutputStream(to);
      written =
          new PassageCopies(store)
              .write(
                  task,
                  chosen,
                  id(task.idFlux(), letter, extract),
                  action,
                  clock.instant().atZone(settings.zone()).toOffsetDateTime(),
                  out);
    } finally {
      if (written == 0) {
        incoming.close();
        spool.discard(caller, DropFolder.REAL, name);
      }
    }
    if (written == 0) {
      return new CorrectionOutcome.Uncuttable();
    }
    long number = spool.close(caller, incoming).orElseThrow().receiptNumber().orElseThrow();
    return new CorrectionOutcome.Dropped(number, written);
  }

  /** The first number under which no file of this kind was dropped yet. */
  private int free(OrganisationId organisation, String idFlux, String letter) {
    return Stream.iterate(1, n -> n < MOST_EXTRACTS, n -> n + 1)
        .filter(n -> !entries.dropped(organisation, id(idFlux, letter, n)))
        .findFirst()
        .orElse(MOST_EXTRACTS);
  }

  private static String id(String idFlux, String letter, int extract) {
    if (letter.equals("R")) {
      return RejectedExtract.id(idFlux, extract);
    }
    String suffix = "-" + letter + extract;
    int room = Math.min(idFlux.length(), MOST_OF_AN_ID - suffix.length());
    return idFlux.substring(0, room) + suffix;
  }

  private static String name(String dropped, String letter, int extract) {
    String stem = dropped.replaceFirst("(?i)\\.xml$", "");
    return stem.substring(0, Math.min(stem.length(), MOST_OF_A_NAME))
        + "-"
        + letter
        + extract
        + ".xml";
  }
}
