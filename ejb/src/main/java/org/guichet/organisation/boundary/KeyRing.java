package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.control.MachinePassword;
import org.guichet.organisation.control.OpenSshKey;
import org.guichet.organisation.control.OrganisationRules;
import org.guichet.organisation.control.SftpKeys;
import org.guichet.organisation.entity.AddKeyOutcome;
import org.guichet.organisation.entity.AddPasswordOutcome;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.NewKey;
import org.guichet.organisation.entity.NewPassword;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.PublicKey;
import org.guichet.organisation.entity.SftpKey;
import org.guichet.platform.control.PasswordHash;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys and passwords with which an organisation signs in. Repeating any of it is harmless. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class KeyRing {
  private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

  @Inject OrganisationAccess access;
  @Inject SftpKeys keys;
  @Inject AuditTrail trail;
  @Inject Settings settings;
  @Inject SecureRandom random;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** Takes a key in. A key that was stopped is refused for good, under any name. */
  public AddKeyOutcome add(Caller caller, Matricule matricule, NewKey data) {
    Organisation organisation = access.require(caller, Permission.KEY_MANAGE, matricule);
    OpenSshKey.Reading reading = OpenSshKey.read(data.publicKey());
    Optional<PublicKey> readable = reading.fold(Optional::of, mistake -> Optional.empty());
    Optional<SftpKey> same =
        readable.flatMap(key -> keys.findByFingerprint(organisation.id(), key.fingerprint()));
    Instant now = clock.instant();
    if (same.filter(key -> repeats(key, data, now)).isPresent()) {
      return new AddKeyOutcome.AlreadyThere(same.get().view(now));
    }
    List<Mistake> mistakes = new ArrayList<>(OrganisationRules.mistakes(data, now));
    reading.fold(key -> false, mistakes::add);
    if (same.isPresent()) {
      mistakes.add(known(same.get(), data, now));
    } else {
      nameTaken(organisation.id(), data.name()).ifPresent(mistakes::add);
    }
    if (readable.isEmpty() || !mistakes.isEmpty()) {
      return new AddKeyOutcome.Refused(mistakes);
    }
    SftpKey key = SftpKey.hand(new KeyId(ids.get()), organisation.id(), data, readable.get(), now);
    keys.add(key);
    audit(caller, AuditAction.KEY_ADDED, key);
    log.info(
        "ORG-111 key added matricule={} key={} fingerprint={} scopes={} by={}",
        matricule,
        key.id(),
        key.fingerprint(),
        key.scopes(),
        caller.label());
    return new AddKeyOutcome.Added(key.view(now));
  }

  /**
   * Takes a key in that is to be used instead of another, which ends by then: until that both get
   * in, so that machines can be changed over one after the other. Nothing is changed of the other
   * one when the new one is refused.
   *
   * @param replaced name of the other
   * @param until when the other ends, unless it ends before that anyway
   * @throws RefusedException with {@code NO_SUCH_KEY}
   */
  public AddKeyOutcome replace(
      Caller caller, Matricule matricule, String replaced, Instant until, NewKey data) {
    SftpKey before = toChange(access.require(caller, Permission.KEY_MANAGE, matricule), replaced);
    AddKeyOutcome outcome = add(caller, matricule, data);
    boolean taken = outcome.fold(added -> true, known -> true, refused -> false);
    String was = before.expiresAt().map(Instant::toString).orElse("");
    if (taken && before.endBy(until, clock.instant())) {
      trail.write(
          caller,
          AuditEntry.of(
                  AuditAction.KEY_END_CHANGED,
                  AuditSubject.of(AuditSubject.Type.KEY, before.id().toString()))
              .in(before.organisation())
              .before(Map.of("expires", was))
              .after(Map.of("name", before.name(), "expires", until.toString())));
      log.info(
          "ORG-114 key ends, replaced by another matricule={} key={} end={} by={}",
          matricule,
          before.id(),
          until,
          caller.label());
    }
    return outcome;
  }

  /**
   * Makes a password for a machine of the organisation, where passwords are taken. It is shown this
   * once; asking again for the same name is refused.
   */
  public AddPasswordOutcome addPassword(Caller caller, Matricule matricule, NewPassword data) {
    Organisation organisation = access.require(caller, Permission.KEY_MANAGE, matricule);
    Instant now = clock.instant();
    List<Mistake> mistakes = new ArrayList<>(OrganisationRules.mistakes(data, now));
    nameTaken(organisation.id(), data.name()).ifPresent(mistakes::add);
    if (!settings.sftp().trust().passwords()) {
      mistakes.add(0, Mistake.of("password", Mistake.Code.PASSWORDS_NOT_TAKEN));
    }
    if (!mistakes.isEmpty()) {
      return new AddPasswordOutcome.Refused(mistakes);
    }
    MachinePassword made = MachinePassword.make(random);
    SftpKey key =
        SftpKey.password(
            new KeyId(ids.get()),
            organisation.id(),
            data,
            made.fingerprint(),
            PasswordHash.of(made.text(), random),
            now);
    keys.add(key);
    audit(caller, AuditAction.KEY_ADDED, key);
    log.info(
        "ORG-113 password made matricule={} key={} fingerprint={} scopes={} by={}",
        matricule,
        key.id(),
        key.fingerprint(),
        key.scopes(),
        caller.label());
    return new AddPasswordOutcome.Added(key.view(now), new Settings.Secret(made.text()));
  }

  private void audit(Caller caller, AuditAction action, SftpKey key) {
    trail.write(
        caller,
        AuditEntry.of(action, AuditSubject.of(AuditSubject.Type.KEY, key.id().toString()))
            .in(key.organisation())
            .after(
                Map.of(
                    "name", key.name(),
                    "fingerprint", key.fingerprint(),
                    "scopes", key.scopes().toString())));
  }

  private static boolean repeats(SftpKey key, NewKey data, Instant now) {
    return key.name().equals(data.name().strip())
        && key.matches(data)
        && key.status(now) != KeyStatus.STOPPED;
  }

  private static Mistake known(SftpKey key, NewKey data, Instant now) {
    if (key.status(now) == KeyStatus.STOPPED) {
      return Mistake.of("publicKey", Mistake.Code.KEY_STOPPED, key.name());
    }
    return key.name().equals(data.name().strip())
        ? Mistake.of("publicKey", Mistake.Code.KEY_DIFFERS, key.name())
        : Mistake.of("publicKey", Mistake.Code.KEY_KNOWN_BY_OTHER_NAME, key.name());
  }

  private Optional<Mistake> nameTaken(OrganisationId organisation, String name) {
    return keys.findByName(organisation, name.strip())
        .map(key -> Mistake.of("name", Mistake.Code.KEY_NAME_TAKEN, key.name()));
  }

  /** An organisation's keys, stopped and expired ones included, by name. */
  public List<KeyView> list(Caller caller, Matricule matricule) {
    Organisation organisation = access.require(caller, Permission.KEY_VIEW, matricule);
    Instant now = clock.instant();
    return keys.of(organisation.id()).stream().map(key -> key.view(now)).toList();
  }

  /**
   * The key of this name never gets in again, and whoever is in with it is put out within seconds.
   *
   * @return false when it was stopped already
   * @throws RefusedException with {@code NO_SUCH_KEY}
   */
  public boolean stop(Caller caller, Matricule matricule, String name) {
    Organisation organisation = access.require(caller, Permission.KEY_MANAGE, matricule);
    SftpKey key = toChange(organisation, name);
    if (!key.stop(clock.instant())) {
      return false;
    }
    audit(caller, AuditAction.KEY_STOPPED, key);
    log.info("ORG-112 key stopped matricule={} key={} by={}", matricule, key.id(), caller.label());
    return true;
  }

  private SftpKey toChange(Organisation organisation, String name) {
    return keys.lockByName(organisation.id(), name)
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Code.NO_SUCH_KEY, name + " of " + organisation.matricule()));
  }

  /** Whether technical passwords are taken here, for whoever may manage keys. */
  public boolean takesPasswords(Caller caller, Matricule matricule) {
    access.require(caller, Permission.KEY_VIEW, matricule);
    return settings.sftp().trust().passwords();
  }
}
