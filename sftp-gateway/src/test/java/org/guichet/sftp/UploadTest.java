package org.guichet.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.organisation.boundary.KeySignIn.SignedIn;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.junit.jupiter.api.Test;

class UploadTest {
  private static final OrganisationId ORGANISATION = new OrganisationId(UUID.randomUUID());

  private final FakeSpool spool = new FakeSpool();
  private final Arrivals arrivals = new Arrivals(Clock.systemUTC());
  private final Desk desk =
      new Desk(
          new FakeKeys(),
          spool,
          new FakeOutbox(OpenDoor.newFolder()),
          new FakeReports(),
          arrivals,
          Clock.systemUTC());
  private final Visit visit =
      new Visit(
          new SignedIn(
              new Caller.Actor.Key(new KeyId(UUID.randomUUID()), ORGANISATION),
              ORGANISATION,
              new Matricule("12ABC345"),
              Set.of(KeyScope.DEPOSIT)),
          "127.0.0.1",
          Instant.EPOCH);

  @Test
  void isKeptWhenTheClientClosesIt() throws IOException {
    Upload upload = begun("a.xml");

    upload.clientCloses();
    upload.close();
    upload.close();

    assertThat(spool.book()).containsExactly("begin a.xml", "close a.xml");
    assertThat(arrivals.coming(upload.place())).isEmpty();
    assertThat(arrivals.taken(upload.place())).isPresent();
  }

  @Test
  void isCutShortWhenItsSessionEnds() throws IOException {
    Upload upload = begun("a.xml");

    upload.sessionEnds();
    upload.close();
    upload.close();

    assertThat(spool.book()).containsExactly("begin a.xml", "cutShort a.xml");
    assertThat(arrivals.taken(upload.place())).isEmpty();
  }

  @Test
  void isCutShortWhenNobodySaysHowItEnds() throws IOException {
    begun("a.xml").close();

    assertThat(spool.book()).containsExactly("begin a.xml", "cutShort a.xml");
  }

  @Test
  void answersNoOkToACloseThatComesTooLate() throws IOException {
    Upload upload = begun("a.xml");
    upload.sessionEnds();

    assertThatExceptionOfType(Refusal.class).isThrownBy(upload::clientCloses);
    assertThat(spool.book()).containsExactly("begin a.xml", "cutShort a.xml");
  }

  @Test
  void answersNoOkOnceTheVisitIsOver() throws IOException {
    Upload upload = begun("a.xml");
    visit.end();

    assertThatExceptionOfType(Refusal.class).isThrownBy(upload::clientCloses);
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> write(upload, "more"));
    assertThat(spool.book()).containsExactly("begin a.xml", "cutShort a.xml");
  }

  @Test
  void isNeverKeptAfterARefusedWrite() throws IOException {
    spool.maxSize = 10;
    Upload upload = begun("a.xml");

    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> write(upload, "0123456789"));
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> write(upload, "0"));
    upload.clientCloses();
    assertThatExceptionOfType(Refusal.class).isThrownBy(upload::close);
    assertThatNoException().isThrownBy(upload::close);

    assertThat(spool.book()).containsExactly("begin a.xml", "cutShort a.xml");
  }

  @Test
  void endsOneWayOnlyHoweverCloseAndCutRace() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 500; round++) {
        String name = "r" + round + ".xml";
        Upload upload = begun(name);
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Boolean> answeredOk =
            pool.submit(
                () -> {
                  start.await();
                  try {
                    upload.clientCloses();
                    upload.close();
                    return true;
                  } catch (Refusal e) {
                    return false;
                  }
                });
        Future<?> cut =
            pool.submit(
                () -> {
                  start.await();
                  upload.sessionEnds();
                  upload.close();
                  return null;
                });
        cut.get();
        boolean ok = answeredOk.get();

        boolean kept = spool.kept().stream().anyMatch(file -> file.name().equals(name));
        assertThat(spool.book().stream().filter(line -> line.endsWith(" " + name)))
            .containsExactly("begin " + name, (kept ? "close " : "cutShort ") + name);
        assertThat(ok).as("OK means kept, round %s", round).isEqualTo(kept);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private Upload begun(String name) throws IOException {
    Arrivals.Place place = new Arrivals.Place(visit.who().organisation(), DropFolder.REAL, name);
    Upload upload =
        new Upload(desk, visit, place, spool.begin(visit.caller(), DropFolder.REAL, name), false);
    arrivals.begin(upload);
    write(upload, "<a/>");
    return upload;
  }

  private static void write(Upload upload, String text) throws IOException {
    upload.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
