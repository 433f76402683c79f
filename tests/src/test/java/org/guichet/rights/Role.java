package org.guichet.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import org.guichet.account.control.CatalogueReader;
import org.guichet.account.entity.Catalogue;
import org.guichet.platform.entity.Permission;

/** Everybody there is, as far as rights tell them apart. */
public enum Role {
  VISITOR("visitor", "has not signed in", Kind.NOBODY, ""),
  OPERATOR("operator", "person with the role `EXPLOITANT`", Kind.EVERYWHERE, "EXPLOITANT"),
  ASSISTANT("assistance", "person with the role `ASSISTANCE`", Kind.EVERYWHERE, "ASSISTANCE"),
  AUDITOR("auditor", "person with the role `AUDITEUR`", Kind.EVERYWHERE, "AUDITEUR"),
  GROUP_ADMINISTRATOR(
      "group", "person with the role `DEPOTS-ADMIN`", Kind.EVERYWHERE, "DEPOTS-ADMIN"),
  FOLLOWER("follows", "person with the role `DEPOTS-SUIVI`", Kind.EVERYWHERE, "DEPOTS-SUIVI"),
  ADMINISTRATOR("administrator", "member with the profile `BP-ADMIN`", Kind.MEMBER, "BP-ADMIN"),
  KEEPER("settings", "member with the profile `BP-REGLAGES`", Kind.MEMBER, "BP-REGLAGES"),
  DROPPER("drops files", "member with the profile `DEPOT`", Kind.MEMBER, "DEPOT"),
  READER("reads receipts", "member with the profile `ACCUSES`", Kind.MEMBER, "ACCUSES"),
  IMPORTER("imports people", "member with the profile `IMPORT`", Kind.MEMBER, "IMPORT"),
  BARE("without a right", "member whose only service is disconnected", Kind.PERSON, "IMPORT"),
  DROPPING_KEY("key: deposit", "key with the scope `DEPOSIT`", Kind.KEY, "DEPOSIT"),
  READING_KEY("key: receipts", "key with the scope `RECEIPTS`", Kind.KEY, "RECEIPTS"),
  IMPORTING_KEY("key: import", "key with the scope `IMPORT`", Kind.KEY, "IMPORT"),
  CERTIFICATE("certificate", "certificate of a trusted authority", Kind.CERTIFICATE, ""),
  DISABLED("disabled account", "administrator whose account was disabled", Kind.FORMER, ""),
  SIGNED_OUT("ended session", "administrator whose session was ended", Kind.FORMER, ""),
  STOPPED_KEY("stopped key", "key with every scope that was stopped", Kind.FORMER, "");

  /** What rights come from. */
  public enum Kind {
    NOBODY,
    EVERYWHERE,
    MEMBER,
    PERSON,
    KEY,
    CERTIFICATE,
    FORMER
  }

  private static final Catalogue CATALOGUE = catalogue();

  private final String shown;
  private final String who;
  private final Kind kind;
  private final String code;

  Role(String shown, String who, Kind kind, String code) {
    this.shown = shown;
    this.who = who;
    this.kind = kind;
    this.code = code;
  }

  /** A word or two, for the head of a column. */
  public String shown() {
    return shown;
  }

  /** Half a sentence. */
  public String who() {
    return who;
  }

  public Kind kind() {
    return kind;
  }

  /** Of the profile, role or scope that is all this one has; empty for those without. */
  public String code() {
    return code;
  }

  /** Whether it is a person whose session and account are good. */
  public boolean person() {
    return kind == Kind.EVERYWHERE || kind == Kind.MEMBER || kind == Kind.PERSON;
  }

  /** Whether it belongs to an organisation that others have mandates with. */
  public boolean ofAnOrganisation() {
    return kind == Kind.MEMBER || kind == Kind.FORMER || ofADoor();
  }

  /** Whether it came in by SFTP. */
  public boolean ofADoor() {
    return kind == Kind.KEY || kind == Kind.CERTIFICATE || this == STOPPED_KEY;
  }

  /** What it may do in the whole deployment. */
  public Set<Permission> everywhere() {
    return kind == Kind.EVERYWHERE ? CATALOGUE.allowedBy(group(), Set.of(code)) : Set.of();
  }

  /** The group that its role is in. */
  public String group() {
    return CATALOGUE.services().stream()
        .flatMap(service -> service.groups().stream())
        .filter(group -> group.rights().stream().anyMatch(role -> role.code().equals(code)))
        .map(Catalogue.RightGroup::code)
        .findFirst()
        .orElseThrow();
  }

  /** What it may do in such an organisation, beside what it may everywhere. */
  public Set<Permission> in(Target target) {
    return switch (target) {
      case OWN -> own();
      case DEPOSITOR -> across();
      case CERTIFIER, OTHER, SUSPENDED -> Set.of();
    };
  }

  private Set<Permission> own() {
    return switch (kind) {
      case MEMBER -> CATALOGUE.allowedBy(Set.of(code), service -> true);
      case KEY -> ofKey();
      case CERTIFICATE -> {
        Set<Permission> usual = EnumSet.copyOf(DROPPING_KEY.ofKey());
        usual.addAll(READING_KEY.ofKey());
        yield usual;
      }
      case NOBODY, EVERYWHERE, PERSON, FORMER -> Set.of();
    };
  }

  private Set<Permission> ofKey() {
    return switch (this) {
      case DROPPING_KEY ->
          EnumSet.of(
              Permission.DEPOSIT_DROP, Permission.DEPOSIT_VIEW, Permission.ORGANISATION_VIEW);
      case READING_KEY ->
          EnumSet.of(
              Permission.RECEIPT_READ,
              Permission.RECEIPT_ACKNOWLEDGE,
              Permission.DEPOSIT_VIEW,
              Permission.ORGANISATION_VIEW);
      default -> EnumSet.of(Permission.IMPORT_DROP, Permission.ORGANISATION_VIEW);
    };
  }

  /** Whoever sees the people of a certifier sees those of its depositors. */
  private Set<Permission> across() {
    return kind == Kind.MEMBER && own().contains(Permission.MEMBER_VIEW)
        ? EnumSet.of(Permission.MEMBER_VIEW, Permission.ORGANISATION_VIEW)
        : Set.of();
  }

  private static Catalogue catalogue() {
    try (InputStream packaged = CatalogueReader.packaged()) {
      return CatalogueReader.read(packaged).catalogue().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The catalogue that is shipped. */
  public static Catalogue shippedCatalogue() {
    return CATALOGUE;
  }
}
