package org.guichet.organisation.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A certifier, a depositor, an establishment, or several of these: what it has (contracts,
 * mandates, keys) says which. Its past states are kept, because a file is judged by what was true
 * when it was dropped.
 */
@Entity
@Table(name = "organisation")
public class Organisation {
  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false, length = 8)
  private String matricule;

  @Column(nullable = false)
  private String name;

  @Column(nullable = false, length = 35)
  private String language;

  @Column(nullable = false, length = 254)
  private String email;

  @Enumerated(EnumType.STRING)
  @Column(name = "checking_mode", nullable = false, length = 16)
  private CheckingMode mode;

  @Enumerated(EnumType.STRING)
  @Column(name = "identity_check", nullable = false, length = 16)
  private IdentityCheck identityCheck;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private OrganisationState state;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "account_months")
  private @Nullable Integer accountMonths;

  @Column(name = "silence_days")
  private @Nullable Integer silenceDays;

  @Column(name = "imports_applied", nullable = false)
  private boolean importsApplied;

  @Column(name = "legal_name")
  private @Nullable String legalName;

  @Column(length = 1000)
  private @Nullable String seat;

  @Column(length = 14)
  private @Nullable String siret;

  @Column(length = 8)
  private @Nullable String uai;

  @Column(length = 15)
  private @Nullable String ide;

  @OneToMany(mappedBy = "organisation", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
  @OrderBy("number")
  private List<Contract> contracts = new ArrayList<>();

  @OneToMany(
      mappedBy = "organisation",
      cascade = CascadeType.ALL,
      orphanRemoval = true,
      fetch = FetchType.LAZY)
  @OrderBy("addressKey")
  private List<MailRecipient> recipients = new ArrayList<>();

  @OneToMany(mappedBy = "organisation", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
  @OrderBy("at")
  private List<OrganisationStep> steps = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Organisation() {}

  private Organisation(OrganisationId id, Matricule matricule, NewOrganisation data, Instant now) {
    this.id = id.value();
    this.matricule = matricule.value();
    this.name = data.name().strip();
    this.language = data.language().toLanguageTag();
    this.email = data.email().strip();
    this.mode = data.mode();
    this.identityCheck = IdentityCheck.OFF;
    this.state = OrganisationState.LIFECYCLE.start();
    this.createdAt = now;
    identify(data.identity());
  }

  /**
   * Makes an active organisation.
   *
   * @param data without mistakes
   * @param step id of its first step
   * @param by label of the caller
   */
  public static Organisation register(
      OrganisationId id,
      Matricule matricule,
      NewOrganisation data,
      UUID step,
      String by,
      Instant now) {
    Organisation organisation = new Organisation(id, matricule, data, now);
    // Until it chooses otherwise, everything goes to its contact. One id does for both.
    organisation.recipients.add(
        new MailRecipient(
            id.value(),
            organisation,
            new NewMailRecipient(
                data.email(), data.language(), EnumSet.allOf(MailedReceipt.class), MailTiming.EACH),
            now));
    organisation.steps.add(new OrganisationStep(step, organisation, organisation.state, by, now));
    return organisation;
  }

  /** It is known so before the law from now on; what isn’t said is unknown. */
  public final void identify(OrganisationIdentity identity) {
    legalName = identity.legalName().orElse(null);
    seat = identity.seat().orElse(null);
    siret = identity.siret().orElse(null);
    uai = identity.uai().orElse(null);
    ide = identity.ide().orElse(null);
  }

  /** It is called and known so from now on. */
  public void correct(String newName, OrganisationIdentity identity) {
    name = newName;
    identify(identity);
  }

  public OrganisationIdentity identity() {
    return new OrganisationIdentity(
        Optional.ofNullable(legalName),
        Optional.ofNullable(seat),
        Optional.ofNullable(siret),
        Optional.ofNullable(uai),
        Optional.ofNullable(ide));
  }

  public void suspend(UUID step, String by, Instant now) {
    move(OrganisationState.SUSPENDED, step, by, now);
  }

  public void resume(UUID step, String by, Instant now) {
    move(OrganisationState.ACTIVE, step, by, now);
  }

  private void move(OrganisationState to, UUID step, String by, Instant now) {
    state = OrganisationState.LIFECYCLE.move(state, to);
    steps.add(new OrganisationStep(step, this, to, by, now));
  }

  /** Has its files checked in this way; returns false, and changes nothing, when they are. */
  public boolean check(CheckingChoice wanted) {
    if (checking().equals(wanted)) {
      return false;
    }
    mode = wanted.mode();
    identityCheck = wanted.identity();
    return true;
  }

  public CheckingChoice checking() {
    return new CheckingChoice(mode, identityCheck);
  }

  /**
   * Has accounts of its people expire that nobody used for so many months; empty: as the deployment
   * says. Returns false, and changes nothing, when it is so.
   */
  public boolean expireAccounts(Optional<Integer> months) {
    if (accountMonths().equals(months)) {
      return false;
    }
    accountMonths = months.orElse(null);
    return true;
  }

  /** Empty: as the deployment says. */
  public Optional<Integer> accountMonths() {
    return Optional.ofNullable(accountMonths);
  }

  /**
   * Has it told of depositors that drop nothing for so many days; empty: never. Returns false, and
   * changes nothing, when it is so.
   */
  public boolean tellOfSilence(Optional<Integer> days) {
    if (silenceDays().equals(days)) {
      return false;
    }
    silenceDays = days.orElse(null);
    return true;
  }

  /** Empty: it isn't told. */
  public Optional<Integer> silenceDays() {
    return Optional.ofNullable(silenceDays);
  }

  /**
   * Chooses whether imports of people that come by SFTP are applied by themselves. Returns false,
   * and changes nothing, when it is so.
   */
  public boolean applyImports(boolean wanted) {
    if (importsApplied == wanted) {
      return false;
    }
    importsApplied = wanted;
    return true;
  }

  /** Whether imports of people that come by SFTP are applied by themselves. */
  public boolean importsApplied() {
    return importsApplied;
  }

  /** Makes it a certifier, under one more contract. */
  public void sign(UUID contract, String number, Instant now) {
    contracts.add(new Contract(contract, this, number, now));
  }

  /** Has its receipts mailed there; whoever is written to already is so from now on in this way. */
  public AddRecipientOutcome writeTo(UUID recipient, NewMailRecipient data, Instant now) {
    Optional<MailRecipient> known =
        recipients.stream().filter(r -> r.hasAddress(data.address())).findFirst();
    if (known.isPresent()) {
      return known.get().choose(data)
          ? new AddRecipientOutcome.Changed(known.get().view())
          : new AddRecipientOutcome.AlreadyThere(known.get().view());
    }
    MailRecipient added = new MailRecipient(recipient, this, data, now);
    recipients.add(added);
    return new AddRecipientOutcome.Added(added.view());
  }

  /** Returns false, and changes nothing, when nobody is written to there. */
  public boolean stopWritingTo(String address) {
    return recipients.removeIf(recipient -> recipient.hasAddress(address));
  }

  public OrganisationId id() {
    return new OrganisationId(id);
  }

  public Matricule matricule() {
    return new Matricule(matricule);
  }

  public String name() {
    return name;
  }

  public OrganisationState state() {
    return state;
  }

  public boolean active() {
    return state == OrganisationState.ACTIVE;
  }

  /** Whether it was there, and active, at {@code time}. */
  public boolean activeAt(Instant time) {
    OrganisationState then = null;
    for (OrganisationStep step : steps) {
      if (!step.at().isAfter(time)) {
        then = step.state();
      }
    }
    return then == OrganisationState.ACTIVE;
  }

  /** Whether it was there at {@code time}. */
  public boolean existedAt(Instant time) {
    return !createdAt.isAfter(time);
  }

  /** Whether it holds a contract of this number, in force or not. */
  public boolean holds(String number) {
    return contract(number) != null;
  }

  /**
   * Whether a contract of this number was known at {@code time}, and in force on its day.
   *
   * @param day the day of {@code time} in the deployment's zone
   */
  public boolean certifiedUnder(String number, Instant time, LocalDate day) {
    Contract contract = contract(number);
    return contract != null && contract.inForce(time, day);
  }

  private @Nullable Contract contract(String number) {
    return contracts.stream().filter(c -> c.number().equals(number)).findFirst().orElse(null);
  }

  public boolean certifier() {
    return !contracts.isEmpty();
  }

  /** Whether {@code data} says of it what is known already, its contract apart. */
  public boolean matches(NewOrganisation data) {
    return name.equals(data.name().strip())
        && language.equals(data.language().toLanguageTag())
        && email.equals(data.email().strip())
        && mode == data.mode()
        && identity().with(data.identity()).equals(identity());
  }

  /** As somebody would hand it in again to add a contract. */
  public NewOrganisation with(String contract) {
    return new NewOrganisation(
        matricule, name, email, Locale.forLanguageTag(language), Optional.of(contract), mode);
  }

  public OrganisationView view() {
    return new OrganisationView(
        id(),
        matricule(),
        name,
        email,
        Locale.forLanguageTag(language),
        mode,
        state,
        contracts.stream().map(Contract::number).sorted().toList(),
        recipients.stream()
            .map(MailRecipient::view)
            .sorted(Comparator.comparing(view -> view.address().toLowerCase(Locale.ROOT)))
            .toList(),
        createdAt,
        identity());
  }
}
