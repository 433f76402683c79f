package org.guichet.deposit.entity;

import java.util.Optional;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.entity.Profile;
import org.jspecify.annotations.Nullable;

/** A folder that files are dropped in, whatever the door: what a complete file there becomes. */
public enum DropFolder {
  /** A deposit. */
  REAL(DepositKind.REAL, null),
  /** A dry run. */
  TRIAL(DepositKind.TRIAL, null),
  /** A part of an import: its pupils and adult learners. */
  PUPILS(null, Profile.PUPIL),
  PARENTS(null, Profile.PARENT),
  TEACHERS(null, Profile.TEACHER),
  STAFF(null, Profile.STAFF),
  GUESTS(null, Profile.GUEST);

  private final @Nullable DepositKind kind;
  private final @Nullable Profile profile;

  DropFolder(@Nullable DepositKind kind, @Nullable Profile profile) {
    this.kind = kind;
    this.profile = profile;
  }

  public static DropFolder of(DepositKind kind) {
    return kind == DepositKind.REAL ? REAL : TRIAL;
  }

  /** Which kind of deposit a file becomes; empty for one of an import. */
  public Optional<DepositKind> kind() {
    return Optional.ofNullable(kind);
  }

  /** Whom a file of an import is about; empty for a deposit. */
  public Optional<Profile> profile() {
    return Optional.ofNullable(profile);
  }

  /** What whoever drops here must be allowed. */
  public Permission permission() {
    return kind == null ? Permission.IMPORT_DROP : Permission.DEPOSIT_DROP;
  }

  /** Whether a complete file of this name is what the folder is for. */
  public boolean counts(String name) {
    return kind == null ? DropName.countsAsTable(name) : DropName.counts(name);
  }
}
