package org.guichet.it;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.boundary.Incoming;
import org.guichet.deposit.boundary.Spool;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.IntakeOutcome;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.boundary.KeySignIn;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.NewKey;
import org.guichet.organisation.entity.NewOrganisation;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.receipt.boundary.Outbox;
import org.guichet.receipt.entity.OutboxEntry;

/** Drives the desk as the doors do: organisations with a key, drops, outboxes. */
@Dependent
public class DeskDriver {
  private static final int KEY_SIZE = 32;

  /** In the server's memory, where the next deployment of tests goes on counting. */
  private static final String MEMBERS = "guichet.it.members";

  @Inject OrganisationRegister organisations;
  @Inject KeyRing keys;
  @Inject KeySignIn signIn;
  @Inject Mandates mandates;
  @Inject Spool spool;
  @Inject DepositDesk desk;
  @Inject Outbox outbox;

  /** An organisation of its own for each test, so that tests don't meet. */
  public record Member(Matricule matricule, String contract, Caller caller) {}

  public Member member() {
    return member(CheckingMode.STRICT);
  }

  public Member member(CheckingMode mode) {
    int n = nextMember();
    Matricule matricule = new Matricule(String.format(Locale.ROOT, "77Z%05d", n));
    String contract = String.format(Locale.ROOT, "MCFCER%06d", n);
    Caller operator = Caller.commandLine();
    organisations.add(
        operator,
        new NewOrganisation(
            matricule.value(),
            "Institut d'essai " + n,
            "depots" + n + "@institut.example",
            Locale.FRENCH,
            Optional.of(contract),
            mode));
    return new Member(
        matricule, contract, key(matricule, "essai", Set.of(KeyScope.DEPOSIT, KeyScope.RECEIPTS)));
  }

  private static int nextMember() {
    synchronized (System.getProperties()) {
      int next = Integer.getInteger(MEMBERS, 0) + 1;
      System.setProperty(MEMBERS, Integer.toString(next));
      return next;
    }
  }

  /** A key of the organisation, which has signed in. */
  public Caller key(Matricule matricule, String name, Set<KeyScope> scopes) {
    byte[] blob = publicKey();
    keys.add(
        Caller.commandLine(),
        matricule,
        new NewKey(
            name,
            "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob),
            scopes,
            Optional.empty(),
            List.of()));
    String address = address(matricule);
    KeySignIn.SignedIn in = signIn.signIn(matricule.value(), blob, address).orElseThrow();
    return new Caller(in.actor(), Channel.SFTP, address);
  }

  /** Each organisation comes from elsewhere: a thousand at one address would be slowed down. */
  private static String address(Matricule matricule) {
    int number = Integer.parseInt(matricule.value().substring(3));
    return "10.77." + number / 250 + "." + (number % 250 + 1);
  }

  /** A mandate in force since long ago. */
  public void mandate(Member certifier, Member depositor) {
    mandate(certifier, depositor, LocalDate.of(2020, 1, 1), Optional.empty());
  }

  public void mandate(
      Member certifier, Member depositor, LocalDate from, Optional<LocalDate> until) {
    mandates.add(Caller.commandLine(), certifier.matricule(), depositor.matricule(), from, until);
  }

  public IntakeOutcome drop(Member member, String name, byte[] bytes) {
    return drop(member, DepositKind.REAL, name, bytes);
  }

  public IntakeOutcome drop(Member member, DepositKind kind, String name, byte[] bytes) {
    try {
      return spool.close(member.caller(), write(member, kind, name, bytes)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Incoming write(Member member, DepositKind kind, String name, byte[] bytes)
      throws IOException {
    Incoming incoming = spool.begin(member.caller(), DropFolder.of(kind), name);
    incoming.write(ByteBuffer.wrap(bytes));
    return incoming;
  }

  /** Drops a file and waits for its verdict. */
  public DepositView decided(Member member, String name, byte[] bytes) {
    return decided(member, DepositKind.REAL, name, bytes);
  }

  public DepositView decided(Member member, DepositKind kind, String name, byte[] bytes) {
    DepositId id = drop(member, kind, name, bytes).deposit().orElseThrow();
    return Await.present(
        "verdict on " + name, () -> find(member, id).filter(d -> d.status().decided()));
  }

  public Optional<DepositView> find(Member member, DepositId id) {
    return list(member).stream().filter(deposit -> deposit.id().equals(id)).findFirst();
  }

  public List<DepositView> list(Member member) {
    return desk.list(
        member.caller(),
        new DepositQuery(member.caller().organisation(), Optional.empty(), 0, 100));
  }

  public List<OutboxEntry> receipts(Member member, String folder) {
    return outbox.list(member.caller(), folder);
  }

  /** The one receipt of the folder whose name begins so. */
  public String text(Member member, String folder, String nameStart) {
    OutboxEntry entry =
        receipts(member, folder).stream()
            .filter(laid -> laid.name().startsWith(nameStart))
            .reduce(
                (one, other) -> {
                  throw new AssertionError("Two of " + nameStart + ": " + one + ", " + other);
                })
            .orElseThrow(() -> new AssertionError("None of " + nameStart));
    return text(member, entry);
  }

  public String text(Member member, OutboxEntry entry) {
    try (SeekableByteChannel channel = outbox.open(member.caller(), entry.id());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Channels.newInputStream(channel).transferTo(bytes);
      return bytes.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new ed25519 key in SSH wire form; nobody signs with it here. */
  private static byte[] publicKey() {
    try {
      byte[] encoded =
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
      byte[] type = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
      return ByteBuffer.allocate(4 + type.length + 4 + KEY_SIZE)
          .putInt(type.length)
          .put(type)
          .putInt(KEY_SIZE)
          .put(encoded, encoded.length - KEY_SIZE, KEY_SIZE)
          .array();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
