package org.guichet.organisation.control;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.organisation.OrganisationSamples.ECDSA_256;
import static org.guichet.organisation.OrganisationSamples.ECDSA_256_FINGERPRINT;
import static org.guichet.organisation.OrganisationSamples.ED25519;
import static org.guichet.organisation.OrganisationSamples.ED25519_FINGERPRINT;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSshKeyTest {
  private static final String RSA_3072 =
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQCgAENgFeg1Jd3pXhhhhxhCCm/EodewwJ3ivWDLyD4iXh70USXMB9"
          + "cKII12l2NJBV55cig5R/bgTTTbg6xfQkOb//UBxo9jDBHTIJaWK4nFhX5TNmdcl0ROy1K9d+HONSescUemXptz"
          + "/PvgweKN0Ucb1yCnOeRBBr3FAerNnUnyb6TiU4LfL5sH+vz+5Wn0tOWjS6JTxSmo7DCyDx7t82A3QGJNFs1U1u"
          + "E6Iil74WmsB4jCdLUH+tfc43pv1ekGa+5vbgV1GUlzcA6+jvNy9qJCBvWD8vfv1rA0pq/92n6Myx7y7plE/4wr"
          + "tse4IpFovqCEnBtNjxBo1Idrdzar6Nj4+IoU6b2VQrMWirNW4JKxPdpGEz39xM+rr1q3JAnqaZkCXk70lu9R6W"
          + "o/jFki9iazRHI9OvSfETtqScpcHW74dLXdtcySjKtu5JLCpHjj5NJ+F5a9REqMjcXczUHq3psyZf09jtlwpaAU"
          + "q6ZftQd/dJB8ho99Ves1Zv+cLpt98ck= depot@example.org";
  private static final String RSA_2048 =
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC3cW1EG+GIehz/P+JwjRvqy9Ig5MnR8R1iMYYbpthai5yA88zv9f"
          + "Mzx0MsEcAiCdHw7XGGyzWiurarY4GmPWEiYmObU1HZERqiWhswAWCTwCPbllfKlz1wpav3wNPRY8sIHf+YOWzO"
          + "//g81DEBIN9jXh3xjPgvFuRIyy3pGfhawn+elZo2pNm2ly3K4hRltJLvmX4xL5BC3b6g8Npy4GzTp2u1UkkKE/"
          + "SIZQkT4WVXueGCD4Q2r+9RxXEGzlKsNYmWaq/4qE2CIDqYR9j/pisZmHdojuYZWjKkajhMbfWAiiVww+Cn2XAC"
          + "BG8tp2/BfE+hQNuAmNSn3M+MVIsFXAxB depot@example.org";
  private static final String DSA =
      "ssh-dss AAAAB3NzaC1kc3MAAACBANWzj+41drMoDJLbNLt4DGFvc37EpdsJ8evFU/Y7oEY2TzrszeZm7V7b4dFqqr3"
          + "f8f5QtC1SmG4QW/96UKrPWDxIBAPExHK1nAhbtRBY4GOF/3NuKhpmBdch2WqbjYhKw8ReSqPCR16SmqC3rgtrL"
          + "sA487AMTHOlc32xGbLaEI7hAAAAFQCYETrv5h8FC1/wK72kab0prenBvQAAAIEA05iD67bDPdfYTfOar2mUonM"
          + "+/dyRQux66ewS876p/fnEGoTn8WbWCBFTn8boC08r4VlDuUb53Cp5ln0mxy806AEkA8Oca7LHTyV7lcHROsSyE"
          + "y2ZayfdNlerhsrQJdpCuR5bFdj3BGB3RH9kXob4FnOVKsR+1ihDZNhjlecUnXwAAACBAMjXZGTGUZ0jaH/yMaJ"
          + "PVcwDU3owWw/1FX7kdMCcDmmH8ZAMbQ7YZ8jGkItuDPzw0JaxuW5vdseV8bQ0qsy9wStppKnUs7kpCDwVd71Oa"
          + "qrXehKbaFlBiAD4Hydvf7G17eOwkE+/Wq40CP1j5Py/5CpW1OuBR5K97yDE+PgXBpOZ depot@example.org";
  private static final String ECDSA_384 =
      "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBHtVX4XG+wAl7NVYqo"
          + "XBcO5XrPPGLcZ+X4GKvu1fXpJA5ETzt2dy1vls4UX9OZlPte7FpPinHX4lIB/Zg7f+a5UgauDcj0q66q6RaZNE"
          + "q5cfg+PmZgEgZCsJQEpFHu2oRg==";
  private static final String ECDSA_521 =
      "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAHcnQEeKHjO7l7ibh"
          + "wKPqWokCQBDNzH6VH4UkYaaWDRVM7INrltGFPTtiifB3egJxLdvm4IrpiUaSCtUOw9wtnMowCmsctadAgwIgA0"
          + "qzlJUDReVOe6QPPTFX4f3iifa+RUVnAjMfTSeJOfgd6aFBSYhpFPXmv94JHpJkRugAVKn9siOw==";

  private static String outcome(String text) {
    return OpenSshKey.read(text)
        .fold(
            key -> key.algorithm() + " " + key.fingerprint(),
            mistake ->
                mistake.code() + mistake.arguments().stream().collect(joining(",", "[", "]")));
  }

  @Test
  void readsWhatSshKeygenWritesAndPrintsTheSameFingerprint() {
    assertThat(Stream.of(ED25519, RSA_3072, ECDSA_256, ECDSA_384, ECDSA_521))
        .extracting(OpenSshKeyTest::outcome)
        .containsExactly(
            "ssh-ed25519 " + ED25519_FINGERPRINT,
            "ssh-rsa SHA256:rMtKpu/GxKzL3fsiacQu3qx1nL7jjHJyqz+GNf3rsJg",
            "ecdsa-sha2-nistp256 " + ECDSA_256_FINGERPRINT,
            "ecdsa-sha2-nistp384 SHA256:xrORXNfIYrkKxcIaKkhxU9Srrk/tuubZvZqpMvX05JI",
            "ecdsa-sha2-nistp521 SHA256:DtqrDVXJ+Dc5pNdrcH50Ue+V3o0pj8sY3hN14C1dlII");
  }

  @Test
  void readsAFileWithABomWindowsLinesAndARemark() {
    assertThat(outcome("\uFEFF# clé du serveur\r\n\r\n" + ED25519.strip() + "\r\n"))
        .isEqualTo("ssh-ed25519 " + ED25519_FINGERPRINT);
  }

  @Test
  void readsWhatPuttygenSaves() {
    String saved =
        """
        ---- BEGIN SSH2 PUBLIC KEY ----
        Comment: "256-bit ED25519, \\
        depot: example"
        AAAAC3NzaC1lZDI1NTE5AAAAIKC/pvdVGhGI8TPD3rC6PUX1WjnwSxz8
        feqIU2A0tBn5
        ---- END SSH2 PUBLIC KEY ----
        """;
    assertThat(outcome(saved)).isEqualTo("ssh-ed25519 " + ED25519_FINGERPRINT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIG\n",
        "PuTTY-User-Key-File-3: ssh-ed25519\n",
        "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nP2/56wAAA\n",
        "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW\n"
      })
  void saysSoWhenThePrivateHalfIsPasted(String text) {
    assertThat(outcome(text)).isEqualTo("KEY_IS_PRIVATE[]");
  }

  @Test
  void refusesKeysTooShortOrOfKindsThatAreBroken() {
    assertThat(outcome(RSA_2048)).isEqualTo("KEY_TOO_SHORT[2048,3072]");
    assertThat(outcome(DSA)).isEqualTo("KEY_TYPE_UNSUPPORTED[ssh-dss]");
    assertThat(outcome(ED25519 + ECDSA_256)).isEqualTo("KEY_NOT_ALONE[]");
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "ssh-ed25519",
    "ssh-ed25519 !!!!",
    "ssh-ed25519 AAAA",
    "hello world",
    "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIKC/pvdVGhGI8TPD3rC6PUX1WjnwSxz8feqIU2A0tBn5",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKC/pvdVGhGI8TPD3rC6PUX1WjnwSxz8feqIU2A0",
    "command=\"sh\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKC/pvdVGhGI8TPD3rC6PUX1WjnwSxz8feqIU2A0",
    "ssh-dss AAAAB3NzaC1yc2EAAAADAQAB",
    "---- BEGIN SSH2 PUBLIC KEY ----"
  })
  void refusesWhatIsNoKey(String text) {
    assertThat(outcome(text)).isEqualTo("KEY_UNREADABLE[]");
  }

  @Test
  void refusesAnRsaKeyWhoseExponentHidesNothing() {
    BigInteger modulus = new BigInteger(3072, new Random(7)).setBit(3071).setBit(0);
    assertThat(outcome("ssh-rsa " + rsa(BigInteger.ONE.toByteArray(), modulus.toByteArray())))
        .isEqualTo("KEY_UNREADABLE[]");
  }

  @Test
  void keepsOneFormOnlyOfAKey() {
    String[] parts = RSA_3072.split(" ", -1);
    ByteBuffer wire = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1]));
    next(wire);
    byte[] exponent = next(wire);
    byte[] modulus = next(wire);
    byte[] padded = new byte[modulus.length + 3];
    System.arraycopy(modulus, 0, padded, 3, modulus.length);
    assertThat(outcome("ssh-rsa " + rsa(exponent, padded))).isEqualTo(outcome(RSA_3072));
  }

  @Test
  void neverFailsOnRandomBytes() {
    Random random = new Random(42);
    byte[] good = Base64.getDecoder().decode(ECDSA_256.split(" ", -1)[1]);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = good.clone();
      bytes[4 + 19 + random.nextInt(bytes.length - 23)] = (byte) random.nextInt();
      String line = "ecdsa-sha2-nistp256 " + Base64.getEncoder().encodeToString(bytes);
      OpenSshKey.Reading reading = OpenSshKey.read(line);
      assertThat(reading.<String>fold(PublicKey::algorithm, mistake -> mistake.code().name()))
          .isIn("ecdsa-sha2-nistp256", Mistake.Code.KEY_UNREADABLE.name());
    }
  }

  private static byte[] next(ByteBuffer wire) {
    byte[] field = new byte[wire.getInt()];
    wire.get(field);
    return field;
  }

  private static String rsa(byte[] exponent, byte[] modulus) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    for (byte[] field :
        new byte[][] {"ssh-rsa".getBytes(StandardCharsets.US_ASCII), exponent, modulus}) {
      wire.writeBytes(ByteBuffer.allocate(4).putInt(field.length).array());
      wire.writeBytes(field);
    }
    return Base64.getEncoder().encodeToString(wire.toByteArray());
  }
}
