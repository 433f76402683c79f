package org.guichet.deposit.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.guichet.platform.entity.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashingFileTest {
  private static final long MAX_SIZE = 1 << 20;

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("a.part");
  }

  private HashingFile open() throws IOException {
    return HashingFile.open(path, MAX_SIZE);
  }

  private static void write(HashingFile file, long at, String text) throws IOException {
    file.position(at);
    file.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  private void assertHolds(HashingFile file, String text) throws IOException {
    assertThat(Files.readString(path)).isEqualTo(text);
    assertThat(file.digest()).isEqualTo(Sha256.of(text.getBytes(UTF_8)));
  }

  @Test
  void knowsTheDigestOfWhatCameInOrder() throws IOException {
    try (HashingFile file = open()) {
      write(file, 0, "one ");
      write(file, 4, "two ");
      file.write(ByteBuffer.wrap("three".getBytes(UTF_8)));
      assertHolds(file, "one two three");
    }
  }

  @Test
  void knowsTheDigestOfAnEmptyFile() throws IOException {
    try (HashingFile file = open()) {
      assertHolds(file, "");
    }
  }

  @Test
  void knowsTheDigestOfPiecesThatComeOutOfOrder() throws IOException {
    try (HashingFile file = open()) {
      write(file, 8, "three");
      write(file, 0, "one ");
      write(file, 4, "two ");
      assertHolds(file, "one two three");
    }
  }

  @Test
  void knowsTheDigestOfPiecesThatOverlap() throws IOException {
    try (HashingFile file = open()) {
      write(file, 0, "one twx");
      write(file, 4, "two three");
      assertHolds(file, "one two three");
    }
  }

  @Test
  void hashesNulsWhereNothingWasWritten() throws IOException {
    try (HashingFile file = open()) {
      write(file, 3, "x");
      assertHolds(file, "\0\0\0x");
    }
  }

  @Test
  void forgetsWhatWasCutOff() throws IOException {
    try (HashingFile file = open()) {
      write(file, 0, "one two three");
      file.truncate(7);
      assertHolds(file, "one two");
      write(file, 7, " six");
      assertHolds(file, "one two six");
    }
  }

  @Test
  void beginsAnewWhenEverythingIsCutOff() throws IOException {
    try (HashingFile file = open()) {
      write(file, 5, "rubbish");
      file.truncate(0);
      assertThat(file.position()).isZero();
      write(file, 0, "one");
      assertHolds(file, "one");
    }
  }

  @Test
  void goesOnWithAFileThatHadBytesAlready() throws IOException {
    try (HashingFile file = open()) {
      write(file, 0, "one ");
    }
    try (HashingFile file = open()) {
      assertThat(file.size()).isEqualTo(4);
      write(file, 4, "two");
      assertHolds(file, "one two");
    }
  }

  @Test
  void tellsTheSameDigestEachTimeItIsAsked() throws IOException {
    try (HashingFile file = open()) {
      write(file, 0, "one");
      assertThat(file.digest()).isEqualTo(file.digest());
      assertHolds(file, "one");
    }
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    try (HashingFile file = open()) {
      write(file, 0, "one two");
      ByteBuffer target = ByteBuffer.allocate(100);
      assertThat(file.position(4).read(target)).isEqualTo(3);
      assertThat(new String(target.array(), 0, 3, UTF_8)).isEqualTo("two");
      assertThat(file.read(target)).isEqualTo(-1);
      assertHolds(file, "one two");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {MAX_SIZE - 2, MAX_SIZE, Long.MAX_VALUE - 1, Long.MAX_VALUE})
  void letsNoByteInBeyondTheLargestSize(long at) throws IOException {
    try (HashingFile file = open()) {
      assertThatExceptionOfType(FileTooLargeException.class)
          .isThrownBy(() -> write(file, at, "one"));
      assertThat(file.tooLarge()).isTrue();
      assertThat(Files.size(path)).isZero();
    }
  }

  @Test
  void takesAFileOfExactlyTheLargestSize() throws IOException {
    try (HashingFile file = HashingFile.open(path, 3)) {
      write(file, 0, "one");
      assertThat(file.tooLarge()).isFalse();
      assertThatExceptionOfType(FileTooLargeException.class).isThrownBy(() -> write(file, 3, "!"));
    }
  }

  @Test
  void staysTooLargeWhateverIsCutOffAfterwards() throws IOException {
    try (HashingFile file = HashingFile.open(path, 3)) {
      assertThatExceptionOfType(FileTooLargeException.class)
          .isThrownBy(() -> write(file, 0, "four"));
      file.truncate(0);
      assertThatExceptionOfType(FileTooLargeException.class)
          .isThrownBy(() -> write(file, 0, "one"));
    }
  }

  @Test
  void refusesAPlaceThatNoFileHas() throws IOException {
    try (HashingFile file = open()) {
      assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> file.position(-1));
    }
  }

  @Test
  void takesNothingOnceClosed() throws IOException {
    HashingFile file = open();
    file.close();
    assertThat(file.isOpen()).isFalse();
    assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> write(file, 0, "x"));
    assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(file::position);
  }

  /** Writes anywhere, cuts, reopens and asks in between, beside the same done to an array. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void alwaysKnowsTheDigestOfTheBytesThatAreThere(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] model = new byte[0];
    HashingFile file = open();
    for (int step = 0; step < 400; step++) {
      switch (random.nextInt(10)) {
        case 0 -> {
          int size = random.nextInt(model.length + 1);
          file.truncate(random.nextInt(4) == 0 ? 0 : size);
          model = Arrays.copyOf(model, Math.min(model.length, (int) file.size()));
        }
        case 1 -> {
          file.close();
          file = open();
        }
        default -> {
          byte[] piece = new byte[random.nextInt(300)];
          random.nextBytes(piece);
          // Mostly where the last piece ended, as clients do.
          int at = random.nextInt(3) > 0 ? model.length : random.nextInt(model.length + 50);
          file.position(at);
          file.write(ByteBuffer.wrap(piece));
          if (piece.length > 0) {
            model = Arrays.copyOf(model, Math.max(model.length, at + piece.length));
            System.arraycopy(piece, 0, model, at, piece.length);
          }
        }
      }
      if (random.nextInt(20) == 0) {
        assertThat(file.digest()).as("seed %d, step %d", seed, step).isEqualTo(Sha256.of(model));
      }
    }
    assertThat(file.digest()).isEqualTo(Sha256.of(model));
    assertThat(file.size()).isEqualTo(model.length);
    file.close();
    assertThat(Files.readAllBytes(path)).isEqualTo(model);
  }
}
