package org.guichet.platform.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileStoreTest {
  private static final Sha256 ABC = Sha256.of("abc".getBytes(UTF_8));

  @TempDir Path data;
  private LocalFileStore store;

  @BeforeEach
  void open() throws IOException {
    store = new LocalFileStore(data);
  }

  private Path coming(String name, String text) throws IOException {
    return Files.writeString(store.incoming().resolve(name), text);
  }

  private String kept(Sha256 digest) throws IOException {
    try (InputStream in = store.open(digest)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private List<Path> filesUnder(String folder) throws IOException {
    try (Stream<Path> paths = Files.walk(data.resolve(folder))) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void adoptsAFileUnderItsDigestInTwoFoldersOfItsFirstDigits() throws IOException {
    Path file = coming("1.part", "abc");

    store.adopt(file, ABC);

    assertThat(file).doesNotExist();
    assertThat(data.resolve("files/ba/78").resolve(ABC.hex())).hasContent("abc");
    assertThat(kept(ABC)).isEqualTo("abc");
    assertThat(store.holds(ABC)).isTrue();
  }

  @Test
  void keepsTheSameBytesOnce() throws IOException {
    store.adopt(coming("1.part", "abc"), ABC);
    store.adopt(coming("2.part", "abc"), ABC);

    assertThat(filesUnder("files")).hasSize(1);
    assertThat(filesUnder("incoming")).isEmpty();
  }

  /** Whoever erases what is old looks at this time. */
  @Test
  void remembersWhenTheSameBytesCameLast() throws IOException {
    store.adopt(coming("1.part", "abc"), ABC);
    Path again = coming("2.part", "abc");
    FileTime then = FileTime.from(Instant.parse("2026-11-21T12:00:00Z"));
    Files.setLastModifiedTime(again, then);

    store.adopt(again, ABC);

    assertThat(Files.getLastModifiedTime(filesUnder("files").get(0))).isEqualTo(then);
  }

  @Test
  void refusesToAdoptWhatIsntThere() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> store.adopt(store.incoming().resolve("none.part"), ABC));
    assertThat(store.holds(ABC)).isFalse();
  }

  @Test
  void writesADocumentAndTellsItsDigestAndSize() throws IOException {
    Stored stored = store.write(out -> out.write("abc".getBytes(UTF_8)));

    assertThat(stored).isEqualTo(new Stored(ABC, 3));
    assertThat(kept(ABC)).isEqualTo("abc");
    assertThat(filesUnder("incoming")).isEmpty();
  }

  @Test
  void leavesNothingOfADocumentWhoseWritingFails() throws IOException {
    assertThatIOException()
        .isThrownBy(
            () ->
                store.write(
                    out -> {
                      out.write("ab".getBytes(UTF_8));
                      throw new IOException("no more");
                    }))
        .withMessage("no more");

    assertThat(filesUnder("files")).isEmpty();
    assertThat(filesUnder("incoming")).isEmpty();
  }

  /** A half-written name would be taken for the whole; nothing but a rename may make one. */
  @Test
  void hasNoNameForADocumentThatIsBeingWritten() throws IOException {
    store.write(
        out -> {
          out.write(new byte[1 << 17]);
          out.flush();
          assertThat(filesUnder("files")).isEmpty();
          assertThat(filesUnder("incoming")).hasSize(1);
        });

    assertThat(filesUnder("files")).hasSize(1);
  }

  @Test
  void readsFromAnyPosition() throws IOException {
    store.adopt(coming("1.part", "abc"), ABC);

    try (SeekableByteChannel channel = store.openChannel(ABC)) {
      ByteBuffer rest = ByteBuffer.allocate(2);
      assertThat(channel.size()).isEqualTo(3);
      assertThat(channel.position(1).read(rest)).isEqualTo(2);
      assertThat(new String(rest.array(), UTF_8)).isEqualTo("bc");
    }
  }

  @Test
  void opensNothingForBytesThatItDoesntHold() {
    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.open(ABC));
  }

  @Test
  void erasesTwiceWithoutComplaint() throws IOException {
    store.adopt(coming("1.part", "abc"), ABC);

    Instant later = Instant.now().plusSeconds(60);

    assertThat(store.erase(ABC, later)).isTrue();
    assertThat(store.erase(ABC, later)).isTrue();

    assertThat(store.holds(ABC)).isFalse();
  }

  /** Between the look at the rows and the erasure somebody may have brought them again. */
  @Test
  void keepsBytesThatCameAgainSince() throws IOException {
    Instant over = Instant.parse("2026-11-21T12:00:00Z");
    Path old = coming("1.part", "abc");
    Files.setLastModifiedTime(old, FileTime.from(over.minusSeconds(1)));
    store.adopt(old, ABC);
    Path again = coming("2.part", "abc");
    Files.setLastModifiedTime(again, FileTime.from(over));
    store.adopt(again, ABC);

    assertThat(store.erase(ABC, over)).isFalse();

    assertThat(kept(ABC)).isEqualTo("abc");
  }

  @Test
  void takesTheSameBytesFromManyAtOnce() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Stored>> writers =
          IntStream.range(0, 64)
              .<Callable<Stored>>mapToObj(n -> () -> store.write(out -> out.write(n % 4)))
              .toList();
      for (Future<Stored> written : many.invokeAll(writers)) {
        assertThat(store.holds(written.get().digest())).isTrue();
      }
    } finally {
      many.shutdown();
    }

    assertThat(filesUnder("files")).hasSize(4);
    assertThat(filesUnder("incoming")).isEmpty();
  }

  @Test
  void saysWhetherItCouldKeepAFileNow() {
    assertThat(store.writable()).isTrue();
  }
}
