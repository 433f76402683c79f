package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.guichet.deposit.control.EntryDraftBook;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.EntryCheck;
import org.guichet.deposit.entity.EntryOffer;
import org.guichet.deposit.entity.EntryOffer.OfferedContract;
import org.guichet.deposit.entity.EntryOutcome;
import org.guichet.deposit.entity.NewPassage;
import org.guichet.deposit.entity.Tried;
import org.guichet.flux.edit.PassageText;
import org.guichet.flux.edit.SmallFlux;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.MandateView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;

/**
 * Makes a file of one passage that somebody types, and drops it by the way of every drop. Checked
 * by the same rules as often as wanted; what would be refused isn't dropped.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SingleEntry {
  /** Whom the desk asks; what the caller may do is checked before. */
  private static final Caller DESK = Caller.system("entry");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final int MOST_CERTIFICATIONS = 50;

  @Inject PassageTrial trial;
  @Inject Spool spool;
  @Inject EntryDraftBook book;
  @Inject OrganisationDirectory organisations;
  @Inject Mandates mandates;
  @Inject Permissions permissions;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** For whom the caller's organisation may type a passage. */
  public EntryOffer offer(Caller caller) {
    OrganisationView own = own(caller);
    Stream<OrganisationView> certifiers =
        Stream.concat(
            Stream.of(own),
            mandates.list(DESK, own.matricule()).stream()
                .filter(MandateView::inForce)
                .filter(mandate -> mandate.depositor().equals(own.matricule()))
                .map(MandateView::certifier)
                .distinct()
                .flatMap(one -> organisations.findByMatricule(DESK, one).stream())
                .filter(OrganisationView::active));
    List<OfferedContract> contracts = new ArrayList<>();
    certifiers.forEach(
        certifier ->
            certifier
                .contracts()
                .forEach(
                    contract ->
                        contracts.add(
                            new OfferedContract(
                                certifier.matricule().value(), certifier.name(), contract))));
    return new EntryOffer(
        contracts, book.certifications(own.id(), MOST_CERTIFICATIONS), unique(own.matricule()));
  }

  private OrganisationView own(Caller caller) {
    OrganisationId own = PassageTrial.own(permissions, caller);
    return organisations.find(DESK, own).orElseThrow();
  }

  private String unique(Matricule issuer) {
    return issuer + "-" + DAY.format(now()) + "-" + few();
  }

  /** Eight digits of a random number: enough among the passages that one types in a day. */
  private String few() {
    return ids.get().toString().replace("-", "").substring(24).toUpperCase(Locale.ROOT);
  }

  private OffsetDateTime now() {
    return clock.instant().atZone(settings.zone()).toOffsetDateTime();
  }

  /**
   * Checks what is typed; nothing is kept.
   *
   * @param language in which a refusal is worded
   */
  public EntryCheck check(Caller caller, NewPassage typed, Locale language) {
    OrganisationView own = own(caller);
    PassageText passage = PassageText.empty().with(typed.values());
    Tried tried =
        trial.check(
            caller, head(own, typed, "CONTROLE"), List.of(entry(own, typed, passage)), Set.of());
    return new EntryCheck(
        passage,
        tried.of(1),
        tried.certifications().getOrDefault(1, List.of()),
        tried.refusal().map(why -> Corrections.told(why, language)));
  }

  private static SmallFlux.Head head(OrganisationView own, NewPassage typed, String idFlux) {
    return new SmallFlux.Head(idFlux, own.matricule().value(), typed.certifier(), typed.contract());
  }

  private static SmallFlux.Entry entry(
      OrganisationView own, NewPassage typed, PassageText passage) {
    boolean itself = own.matricule().value().equals(typed.certifier());
    return new SmallFlux.Entry(
        typed.type(), typed.code(), itself ? "CERTIFICATEUR" : "TIERS_CONFIANCE", passage);
  }

  /** Drops it, unless it would be refused. */
  public EntryOutcome drop(Caller caller, NewPassage typed, Locale language) throws IOException {
    EntryCheck check = check(caller, typed, language);
    if (!check.good()) {
      return new EntryOutcome.Faulty(check);
    }
    OrganisationView own = own(caller);
    OffsetDateTime now = now();
    String idFlux = "SAISIE-" + DAY.format(now) + "-" + few();
    byte[] flux =
        SmallFlux.of(head(own, typed, idFlux), now, List.of(entry(own, typed, check.passage())));
    Incoming incoming =
        spool.begin(caller, DropFolder.REAL, idFlux.toLowerCase(Locale.ROOT) + ".xml");
    ByteBuffer bytes = ByteBuffer.wrap(flux);
    while (bytes.hasRemaining()) {
      incoming.write(bytes);
    }
    return new EntryOutcome.Dropped(
        spool.close(caller, incoming).orElseThrow().receiptNumber().orElseThrow());
  }
}
