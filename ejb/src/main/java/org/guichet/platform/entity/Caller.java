package org.guichet.platform.entity;

import java.util.Optional;

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

  /** The organisation that the caller acts for; empty for the system. */
  public Optional<OrganisationId> organisation() {
    return actor instanceof Actor.Key key ? Optional.of(key.organisation()) : Optional.empty();
  }

  /** A short name for log lines, without personal data. */
  public String label() {
    if (actor instanceof Actor.Key key) {
      return "key:" + key.key();
    }
    return "system:" + ((Actor.Internal) actor).part();
  }
}
