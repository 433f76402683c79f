package org.guichet.platform.entity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whoever calls a boundary. Every boundary method takes it first and asks {@code Permissions}.
 *
 * @param actor who it is
 * @param channel by which way
 * @param address the network address it comes from, {@code "-"} for the system itself
 */
public record Caller(Actor actor, Channel channel, String address) {

  /** Who calls. */
  public sealed interface Actor {
    /**
     * The system itself: a timer, a message, or an operator at the command line of the machine.
     *
     * @param part which part of it, for the log
     */
    record Internal(String part) implements Actor {}

    /** A key of an organisation, acting for that organisation and no other. */
    record Key(KeyId key, OrganisationId organisation) implements Actor {}

    /**
     * Somebody who has signed in.
     *
     * @param actingFor the organisation that the person has chosen to work for; null for none
     */
    record Person(AccountId account, @Nullable OrganisationId actingFor, SessionId session)
        implements Actor {}

    /** Somebody who hasn't signed in. Only public boundaries let a visitor do anything. */
    record Visitor() implements Actor {}

    /**
     * Somebody whom a trusted authority has certified to be of an organisation.
     *
     * @param fingerprint of the certified key, as {@code ssh-keygen -l} prints it
     */
    record Certificate(String fingerprint, OrganisationId organisation) implements Actor {}
  }

  public static Caller system(String part) {
    return new Caller(new Actor.Internal(part), Channel.SYSTEM, "-");
  }

  public static Caller commandLine() {
    return new Caller(new Actor.Internal("command line"), Channel.COMMAND_LINE, "-");
  }

  public static Caller key(
      KeyId key, OrganisationId organisation, Channel channel, String address) {
    return new Caller(new Actor.Key(key, organisation), channel, address);
  }

  /**
   * Somebody who has signed in, over pages or the API.
   *
   * @param actingFor the organisation that the person has chosen to work for; null for none
   */
  public static Caller person(
      AccountId account,
      @Nullable OrganisationId actingFor,
      SessionId session,
      Channel channel,
      String address) {
    return new Caller(new Actor.Person(account, actingFor, session), channel, address);
  }

  /** Somebody at the pages who hasn't signed in. */
  public static Caller visitor(String address) {
    return new Caller(new Actor.Visitor(), Channel.PAGE, address);
  }

  /** The organisation that the caller acts for; empty for the system, and where none is chosen. */
  public Optional<OrganisationId> organisation() {
    if (actor instanceof Actor.Key key) {
      return Optional.of(key.organisation());
    }
    if (actor instanceof Actor.Certificate certificate) {
      return Optional.of(certificate.organisation());
    }
    return actor instanceof Actor.Person person
        ? Optional.ofNullable(person.actingFor())
        : Optional.empty();
  }

  /** The account of a person who has signed in; empty for everybody else. */
  public Optional<AccountId> account() {
    return actor instanceof Actor.Person person ? Optional.of(person.account()) : Optional.empty();
  }

  /** A short name for log lines, without personal data. */
  public String label() {
    if (actor instanceof Actor.Key key) {
      return "key:" + key.key();
    }
    if (actor instanceof Actor.Person person) {
      return "account:" + person.account();
    }
    if (actor instanceof Actor.Visitor) {
      return "visitor";
    }
    if (actor instanceof Actor.Certificate certificate) {
      return "certificate:" + certificate.fingerprint();
    }
    return "system:" + ((Actor.Internal) actor).part();
  }
}
