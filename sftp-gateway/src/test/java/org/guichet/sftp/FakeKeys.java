package org.guichet.sftp;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.guichet.organisation.boundary.KeySignIn;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;

/** Keys in memory. */
class FakeKeys extends KeySignIn {
  static final OrganisationId CERTIFIED = new OrganisationId(new UUID(0, 77));

  private record Registered(ByteBuffer blob, SignedIn who) {}

  private final List<Registered> registered = new CopyOnWriteArrayList<>();
  private final Set<Caller.Actor> stopped = ConcurrentHashMap.newKeySet();

  /** Organisations for which certificates are taken. */
  final Set<String> certifies = ConcurrentHashMap.newKeySet();

  final Map<String, SignedIn> passwords = new ConcurrentHashMap<>();
  final List<Caller> used = new CopyOnWriteArrayList<>();

  SignedIn register(
      OrganisationId organisation, String matricule, PublicKey key, KeyScope... scopes) {
    SignedIn who =
        new SignedIn(
            new Caller.Actor.Key(new KeyId(UUID.randomUUID()), organisation),
            organisation,
            new Matricule(matricule),
            scopes.length == 0 ? EnumSet.allOf(KeyScope.class) : Set.of(scopes));
    registered.add(new Registered(ByteBuffer.wrap(KeyAuthentication.wireForm(key)), who));
    return who;
  }

  void stop(Caller.Actor actor) {
    stopped.add(actor);
  }

  void stop(SignedIn who) {
    stopped.add(who.actor());
  }

  @Override
  public Optional<SignedIn> signIn(String userName, byte[] keyBlob, String address) {
    return registered.stream()
        .filter(one -> one.blob().equals(ByteBuffer.wrap(keyBlob)))
        .map(Registered::who)
        .filter(who -> Matricule.parse(userName).equals(Optional.of(who.matricule())))
        .filter(who -> !stopped.contains(who.actor()))
        .findFirst();
  }

  @Override
  public Optional<SignedIn> signIn(
      String userName, org.guichet.organisation.entity.PublicKey certified, String address) {
    return Matricule.parse(userName)
        .filter(name -> certifies.contains(name.value()))
        .map(
            name ->
                new SignedIn(
                    new Caller.Actor.Certificate(certified.fingerprint(), CERTIFIED),
                    CERTIFIED,
                    name,
                    KeyScope.USUAL))
        .filter(who -> !stopped.contains(who.actor()));
  }

  @Override
  public Optional<SignedIn> signIn(String userName, Settings.Secret password, String address) {
    return Optional.ofNullable(passwords.get(password.value()))
        .filter(who -> Matricule.parse(userName).equals(Optional.of(who.matricule())))
        .filter(who -> !stopped.contains(who.actor()));
  }

  @Override
  public void used(Caller caller) {
    used.add(caller);
  }

  /** Sessions that go on, by their names. */
  final Map<UUID, Caller> open = new ConcurrentHashMap<>();

  /** Sessions that somebody wants to end. */
  final Set<UUID> ended = ConcurrentHashMap.newKeySet();

  @Override
  public boolean goesOn(Caller caller, UUID session, Instant since) {
    boolean goesOn = !stopped.contains(caller.actor()) && !ended.contains(session);
    if (goesOn) {
      open.put(session, caller);
    }
    return goesOn;
  }

  @Override
  public void left(Caller caller, UUID session) {
    open.remove(session);
  }
}
