package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  private final SecureRandom random = new SecureRandom();

  @TempDir Path folder;

  @Test
  void isMadeOnceAndReadableByItsOwnerOnly() throws IOException {
    Path file = folder.resolve("secret");

    byte[] first = SecretFile.readOrMake(file, random);

    assertThat(first).hasSize(SecretFile.LENGTH);
    assertThat(SecretFile.readOrMake(file, random)).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void isNotTrustedWhenItWasCut() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "short");

    assertThatThrownBy(() -> SecretFile.readOrMake(file, random))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("5 bytes");
  }
}
