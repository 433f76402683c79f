package org.guichet.sftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Paths that lead out of the tree in one system or another. As bytes, written in Latin 1. */
final class EscapePaths {
  private EscapePaths() {}

  /**
   * @param targets of the disk, and of others' trees
   */
  static List<String> all(List<String> targets) {
    List<String> paths = new ArrayList<>();
    for (String target : targets) {
      String relative = target.startsWith("/") ? target.substring(1) : target;
      paths.add(target);
      for (String climb : climbs()) {
        paths.add(bytes(climb) + relative);
        paths.add(bytes("/depot/" + climb) + relative);
      }
      disguises(bytes("/depot/../../../../../../../../" + relative)).forEach(paths::add);
      disguises(bytes(target)).forEach(paths::add);
    }
    oddities().map(EscapePaths::bytes).forEach(paths::add);
    brokenBytes().forEach(paths::add);
    lengths().forEach(paths::add);
    return paths.stream().distinct().toList();
  }

  private static List<String> climbs() {
    return List.of(
        "../",
        "../../../../../../../../",
        "./.././../../",
        "..//..//..//",
        "x/../../../",
        "....//....//",
        "..;/..;/",
        ". ./. ./",
        ".. /.. /",
        "..\\..\\..\\",
        "\\..\\../",
        "%2e%2e/%2e%2e/",
        "%2e%2e%2f%2e%2e%2f",
        "%252e%252e%252f",
        "..%c0%af..%c0%af",
        "\uff0e\uff0e/\uff0e\uff0e/",
        "\uff0e\uff0e\uff0f",
        "\u2025/\u2025/",
        "\u2024\u2024/",
        "..\u2215..\u2215",
        "..\u2044..\u2044",
        "..\u200b/..\u200b/",
        "\ufeff../../",
        "\u202e../../");
  }

  /** The same path, its dots and slashes written otherwise; the last ones overlong. */
  private static Stream<String> disguises(String path) {
    return Stream.of(
        path.replace("/", "\\"),
        path.replace("/", "//"),
        path.replace("/", "%2f"),
        path.replace(".", "%2e"),
        path.replace("/", bytes("\uff0f")),
        path.replace(".", bytes("\uff0e")),
        path.replace("/", "\u00c0\u00af"),
        path.replace("/", "\u00e0\u0080\u00af"),
        path.replace("/", "\u00f0\u0080\u0080\u00af"),
        path.replace(".", "\u00c0\u00ae"),
        path + "\u0000.xml",
        path + "/",
        path + "/.",
        bytes("\ufeff") + path,
        bytes("\u202e") + path,
        " " + path,
        path + " ");
  }

  private static Stream<String> oddities() {
    Stream<String> devices =
        Stream.of("CON", "PRN", "AUX", "NUL", "COM1", "LPT1", "CLOCK$", "CONIN$")
            .flatMap(
                name -> Stream.of(name, "/depot/" + name, "/depot/" + name + ".xml", name + ":"));
    Stream<String> unix =
        Stream.of(
            "/dev/null",
            "/dev/zero",
            "/dev/stdin",
            "/dev/fd/0",
            "/proc/self/environ",
            "/proc/self/cwd",
            "/proc/self/root/etc/passwd",
            "/proc/self/fd/1",
            "/sys/kernel",
            "~",
            "~root",
            "~/../..",
            "/depot/~root/.ssh/authorized_keys");
    Stream<String> elsewhere =
        Stream.of(
            "C:",
            "C:/Windows/win.ini",
            "C:\\Windows\\win.ini",
            "\\\\?\\C:\\Windows",
            "\\\\.\\NUL",
            "\\\\host\\share\\x",
            "//host/share/x",
            "file:///etc/passwd",
            "/depot/a.xml::$DATA",
            "/depot/a.xml:stream",
            "/depot/$(id).xml",
            "/depot/`id`.xml",
            "/depot/|id",
            "/depot/-rf",
            "/depot/*",
            "/accuses/*/*",
            "/accuses/?8YYY888",
            "/accuses/[0-9]*",
            "${jndi:ldap://127.0.0.1/x}",
            "/depot/%s%n%x.xml",
            "/depot/' or '1'='1");
    Stream<String> tree =
        Stream.of(
            "",
            ".",
            "..",
            "/",
            "//",
            "...",
            "/..",
            "/.../",
            "/DEPOT/a.xml",
            "/Depot",
            "/ACCUSES",
            "/depot /a.xml",
            "/depot./a.xml",
            "/depot/.",
            "/depot/..",
            "/depot/...",
            "/depot/../essai/../accuses",
            "/essai/../incomplets/essai",
            "/accuses/../accuses/own.xml/..",
            "/accuses/own.xml/",
            "/accuses/own.xml/../../../etc/passwd",
            "/depot/a/b.xml",
            "/depot/a.xml/b.xml",
            "/d\u00e9p\u00f4t/a.xml",
            Normalizer.normalize("/d\u00e9p\u00f4t/a.xml", Normalizer.Form.NFD),
            "/depot/\u00e9.xml",
            "/depot/e\u0301.xml",
            "/\uff44\uff45\uff50\uff4f\uff54/a.xml");
    return Stream.of(devices, unix, elsewhere, tree).flatMap(paths -> paths);
  }

  private static Stream<String> brokenBytes() {
    return Stream.of(
        "\u0000",
        "/\u0000",
        "/depot\u0000/../etc",
        "/depot/\u0000.xml",
        "/depot/a\u0000.xml",
        "/depot/a\r\nb.xml",
        "/depot/\u001b[2J.xml",
        "/depot/\u007f.xml",
        "/depot/\u0080.xml",
        "/depot/\u00ff\u00fe.xml",
        "/depot/\u00ed\u00a0\u0080.xml",
        "/depot/\u00c3",
        "/depot/\u00f4\u0090\u0080\u0080.xml",
        "\u00ff".repeat(300));
  }

  private static Stream<String> lengths() {
    return Stream.of(
        "/depot/" + "x".repeat(251) + ".xml",
        "/depot/" + "x".repeat(256),
        "x".repeat(4_096),
        "/depot/" + "x".repeat(4_096),
        "/depot/" + bytes("\u00e9".repeat(4_096)),
        "../".repeat(1_365) + "x",
        "../".repeat(1_365) + "etc/passwd",
        "/" + "a/".repeat(2_000),
        "/depot" + "/../depot".repeat(450) + "/a.xml",
        "/".repeat(4_096),
        "/depot/" + "\u0000".repeat(4_000),
        "x".repeat(20_000));
  }

  /** A path of the disk, absolute. */
  static String of(Path path) {
    return bytes(path.toAbsolutePath().toString());
  }

  static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
