package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guichet.deposit.control.AcceptedKeys;
import org.guichet.deposit.control.FileInspection;
import org.guichet.deposit.control.HeaderAhead;
import org.guichet.deposit.control.MailWords;
import org.guichet.deposit.entity.Inspection;
import org.guichet.deposit.entity.Tried;
import org.guichet.flux.Certification;
import org.guichet.flux.Checking;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxReader;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.guichet.flux.analysis.Repeats;
import org.guichet.flux.check.ContentChecks;
import org.guichet.flux.edit.SmallFlux;
import org.guichet.organisation.boundary.CheckingSettings;
import org.guichet.organisation.boundary.DepositRights;
import org.guichet.organisation.boundary.PeopleRegisters;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Checks a few passages by the rules of a real drop, at once and in memory: no deposit comes of it,
 * and nothing is kept.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PassageTrial {
  private static final FluxReader READER = new FluxReader();

  /** Whom the desk asks for; what the caller may do is checked before. */
  private static final Caller DESK = Caller.system("trial");

  @Inject DepositRights rights;
  @Inject CheckingSettings choices;
  @Inject PeopleRegisters registers;
  @Inject AcceptedKeys keys;
  @Inject MailWords words;
  @Inject Permissions permissions;
  @Inject Settings.Deposit settings;
  @Inject Clock clock;

  /**
   * Checks them as if the caller's organisation dropped them now.
   *
   * @param free idTechniques that don't count as taken: their passages are being taken back
   */
  public Tried check(
      Caller caller, SmallFlux.Head head, List<SmallFlux.Entry> entries, Set<String> free) {
    OrganisationId own = own(permissions, caller);
    Instant now = clock.instant();
    byte[] flux = SmallFlux.of(head, words.offset(now), entries);
    Checking checking = ContentChecks.checking(words.day(now), settings.severities());
    Collected collected = new Collected();
    try {
      Inspection inspection =
          FileInspection.inspect(
              READER,
              new ByteArrayInputStream(flux),
              checking,
              settings.maxPassages(),
              header -> judge(own, header, now),
              new WantedIdentities(DESK, choices, registers, () -> ahead(flux, checking)),
              collected);
      return new Tried(
          withTaken(collected.passages, head.issuer(), free),
          collected.certifications,
          Optional.ofNullable(inspection.refusal())
              .filter(refusal -> collected.passages.isEmpty()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory doesn't fail
    }
  }

  /** The organisation that a caller drops for, who must be allowed to. */
  static OrganisationId own(Permissions permissions, Caller caller) {
    OrganisationId own =
        caller
            .organisation()
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusedException.Code.NOT_ALLOWED,
                        Permission.DEPOSIT_DROP + " for nobody"));
    permissions.require(caller, Permission.DEPOSIT_DROP, own);
    return own;
  }

  private DepositRight judge(OrganisationId own, FluxHeader header, Instant now) {
    return rights.judge(
        DESK,
        own,
        String.valueOf(header.issuer()),
        String.valueOf(header.certifier()),
        String.valueOf(header.contract()),
        now);
  }

  private static @Nullable FluxHeader ahead(byte[] flux, Checking checking) {
    try {
      return HeaderAhead.read(READER, new ByteArrayInputStream(flux), checking);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory doesn't fail
    }
  }

  private Map<Integer, List<Finding>> withTaken(
      Map<Integer, Passage> passages, String issuer, Set<String> free) {
    Map<Integer, List<Finding>> findings = new HashMap<>();
    passages.forEach(
        (position, passage) -> {
          List<Finding> all = new ArrayList<>(Repeats.without(passage.findings()));
          String id = passage.idTechnique();
          if (id != null
              && !free.contains(id)
              && !keys.holding(Optional.of(issuer), id, 1).isEmpty()) {
            all.add(
                0,
                new Finding(
                    FindingCode.DUPLICATE, Severity.PASSAGE, 0, 0, "", List.of(issuer, id)));
          }
          findings.put(position, all);
        });
    return findings;
  }

  /** Keeps what it is told: there are few passages. */
  private static final class Collected implements FileInspection.Output {
    private final Map<Integer, Passage> passages = new HashMap<>();
    private final Map<Integer, List<Finding>> certifications = new HashMap<>();

    @Override
    public void passages(List<Passage> batch, List<Certification> ended, boolean conclusive) {
      batch.forEach(passage -> passages.put(passage.position(), passage));
      for (Certification certification : ended) {
        Finding fault = certification.fault();
        if (fault != null) {
          certifications.put(certification.number(), List.of(fault));
        }
      }
    }

    @Override
    public void complaint(Finding finding) {
      // Told with its passage.
    }
  }
}
