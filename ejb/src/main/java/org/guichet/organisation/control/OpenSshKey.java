package org.guichet.organisation.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.PublicKey;

/**
 * Reads the content of a {@code .pub} file: one line, {@code ssh-ed25519 AAAA… comment}, or the
 * several lines that PuTTYgen saves (RFC 4716).
 */
public final class OpenSshKey {
  /** Below it, an RSA key isn't thought to last (ANSSI, RGS B1). */
  public static final int RSA_BITS = 3072;

  private static final int RSA_BITS_AT_MOST = 16384;
  private static final int WIRE_FORM_AT_MOST = 2500;
  private static final String FIELD = "publicKey";
  private static final String RFC4716_BEGIN = "---- BEGIN SSH2 PUBLIC KEY ----";
  private static final String RFC4716_END = "---- END SSH2 PUBLIC KEY ----";
  private static final Set<String> TYPES =
      Set.of(
          "ssh-ed25519",
          "ssh-rsa",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521");

  /** By its lines around, by PuTTY's head, or by the first bytes of what OpenSSH writes between. */
  private static final Pattern PRIVATE =
      Pattern.compile("PRIVATE KEY ?----|PuTTY-User-Key-File|b3BlbnNzaC1rZXktdjE");

  private OpenSshKey() {}

  /** What {@link #read} found: a key or what is wrong with the text. */
  public sealed interface Reading {
    /** A key that may be taken in. */
    record Key(PublicKey key) implements Reading {}

    /** No such key. */
    record Wrong(Mistake mistake) implements Reading {}

    default <R> R fold(
        Function<? super PublicKey, ? extends R> onKey,
        Function<? super Mistake, ? extends R> onMistake) {
      if (this instanceof Key found) {
        return onKey.apply(found.key());
      }
      return onMistake.apply(((Wrong) this).mistake());
    }
  }

  public static Reading read(String text) {
    if (PRIVATE.matcher(text).find()) {
      return wrong(Mistake.Code.KEY_IS_PRIVATE);
    }
    List<String> lines =
        text.replace("\uFEFF", "")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    if (lines.isEmpty()) {
      return wrong(Mistake.Code.KEY_UNREADABLE);
    }
    if (lines.get(0).equals(RFC4716_BEGIN)) {
      return readRfc4716(lines);
    }
    if (lines.size() > 1) {
      boolean several = lines.stream().allMatch(line -> line.indexOf(' ') > 0);
      return wrong(several ? Mistake.Code.KEY_NOT_ALONE : Mistake.Code.KEY_UNREADABLE);
    }
    String[] parts = lines.get(0).split("\\s+", 3);
    return parts.length < 2 ? wrong(Mistake.Code.KEY_UNREADABLE) : readBase64(parts[1], parts[0]);
  }

  private static Reading readRfc4716(List<String> lines) {
    int end = lines.indexOf(RFC4716_END);
    if (end < 0) {
      return wrong(Mistake.Code.KEY_UNREADABLE);
    }
    if (end < lines.size() - 1) {
      return wrong(Mistake.Code.KEY_NOT_ALONE);
    }
    StringBuilder base64 = new StringBuilder();
    boolean header = false;
    for (String line : lines.subList(1, end)) {
      boolean goesOn = header; // the header line before ended in a backslash
      header = (goesOn || line.contains(":")) && line.endsWith("\\");
      if (!goesOn && !line.contains(":")) {
        base64.append(line);
      }
    }
    return readBase64(base64.toString(), "");
  }

  /**
   * @param type what the text says before it; empty when it says nothing
   */
  private static Reading readBase64(String base64, String type) {
    byte[] wire;
    try {
      wire = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return wrong(Mistake.Code.KEY_UNREADABLE);
    }
    String typeWithin = typeIn(wire);
    if (typeWithin.isEmpty() || !(type.isEmpty() || type.equals(typeWithin))) {
      return wrong(Mistake.Code.KEY_UNREADABLE);
    }
    if (!TYPES.contains(typeWithin)) {
      return wrong(Mistake.Code.KEY_TYPE_UNSUPPORTED, typeWithin);
    }
    return wire.length > WIRE_FORM_AT_MOST
        ? wrong(Mistake.Code.KEY_UNREADABLE)
        : check(typeWithin, wire);
  }

  private static Reading check(String type, byte[] wire) {
    try {
      AsymmetricKeyParameter key = OpenSSHPublicKeyUtil.parsePublicKey(wire);
      if (key instanceof RSAKeyParameters rsa) {
        int bits = rsa.getModulus().bitLength();
        if (bits < RSA_BITS) {
          return wrong(
              Mistake.Code.KEY_TOO_SHORT, Integer.toString(bits), Integer.toString(RSA_BITS));
        }
        if (bits > RSA_BITS_AT_MOST || rsa.getExponent().bitLength() < 2) {
          return wrong(Mistake.Code.KEY_UNREADABLE);
        }
      }
      // Written anew: a key has one wire form only, and clients present that one.
      byte[] canonical = OpenSSHPublicKeyUtil.encodePublicKey(key);
      return type.equals(typeIn(canonical))
          ? new Reading.Key(new PublicKey(type, canonical))
          : wrong(Mistake.Code.KEY_UNREADABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // no stream of ours is behind it
    } catch (RuntimeException e) {
      // The library says so of hostile bytes with many exceptions, checked against none.
      return wrong(Mistake.Code.KEY_UNREADABLE);
    }
  }

  /** The key type that a wire form begins with; empty when it begins with none. */
  private static String typeIn(byte[] wire) {
    if (wire.length < 4) {
      return "";
    }
    ByteBuffer buffer = ByteBuffer.wrap(wire);
    int length = buffer.getInt();
    if (length < 1 || length > Math.min(64, buffer.remaining())) {
      return "";
    }
    byte[] type = new byte[length];
    buffer.get(type);
    return new String(type, StandardCharsets.US_ASCII);
  }

  private static Reading wrong(Mistake.Code code, String... arguments) {
    return new Reading.Wrong(Mistake.of(FIELD, code, arguments));
  }
}
