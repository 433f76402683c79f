package org.guichet.platform.entity;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of network addresses: {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or a single address.
 * Names are never looked up: what a name means could change from one question to the next.
 *
 * @param first its first address
 * @param prefix how many bits all its addresses share, 0 to 32 or to 128
 */
public record Network(InetAddress first, int prefix) {
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
  private static final Pattern RANGE = Pattern.compile("([^/%]+)(?:%[^/]*)?(?:/([0-9]{1,3}))?");
  private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?:$|:)");

  /** What one household or machine usually has of IPv6. */
  private static final int ONE_PLACE = 64;

  /**
   * Reads a range, or a single address.
   *
   * @return empty when it is none, or has bits beyond its prefix, such as {@code 192.0.2.7/24}
   */
  public static Optional<Network> parse(String text) {
    Matcher matcher = RANGE.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<InetAddress> address = literal(matcher.group(1));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int bits = address.get().getAddress().length * Byte.SIZE;
    int prefix = matcher.group(2) == null ? bits : Integer.parseInt(matcher.group(2));
    if (prefix > bits) {
      return Optional.empty();
    }
    Network network = new Network(address.get(), prefix);
    return network.equals(starting(address.get(), prefix))
        ? Optional.of(network)
        : Optional.empty();
  }

  /**
   * From where an address comes, as far as limits are concerned: itself with IPv4, its {@code /64}
   * with IPv6, since a single machine has all of that.
   */
  public static Optional<Network> around(String address) {
    return literal(address)
        .map(found -> starting(found, found instanceof Inet4Address ? Integer.SIZE : ONE_PLACE));
  }

  /**
   * Whether {@code address}, a literal, lies in one of {@code networks}; in none when it is none.
   */
  public static boolean anyContains(Collection<Network> networks, String address) {
    return literal(address)
        .filter(found -> networks.stream().anyMatch(network -> network.contains(found)))
        .isPresent();
  }

  private boolean contains(InetAddress address) {
    return starting(address, Math.min(prefix, address.getAddress().length * Byte.SIZE))
        .equals(this);
  }

  private static Network starting(InetAddress address, int prefix) {
    byte[] bytes = address.getAddress();
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.max(0, Math.min(Byte.SIZE, prefix - i * Byte.SIZE));
      bytes[i] &= (byte) (0xFF << (Byte.SIZE - kept));
    }
    return new Network(ofBytes(bytes), prefix);
  }

  private static InetAddress ofBytes(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(Arrays.toString(bytes), e);
    }
  }

  private static Optional<InetAddress> literal(String text) {
    String bare = text.contains("%") ? text.substring(0, text.indexOf('%')) : text;
    boolean v4 = IPV4.matcher(bare).matches();
    if (!v4 && !(bare.contains(":") && IPV6.matcher(bare).matches())) {
      return Optional.empty();
    }
    try {
      // In brackets only a literal is read, and an IPv4 address written as IPv6 is one of IPv4.
      return Optional.of(InetAddress.getByName(v4 ? bare : "[" + bare + "]"));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** As it is written: without its prefix when it is a single address. */
  @Override
  public String toString() {
    String address = ZEROS.matcher(first.getHostAddress()).replaceFirst("::");
    return prefix == first.getAddress().length * Byte.SIZE ? address : address + "/" + prefix;
  }
}
