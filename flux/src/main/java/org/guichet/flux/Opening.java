package org.guichet.flux;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a file tell: its encoding, from the byte order mark, the byte pattern and
 * the XML declaration together, or that it can't be read.
 */
final class Opening {
  private static final int LOOK_AHEAD = 8192;
  private static final Pattern DECLARED_ENCODING =
      Pattern.compile("^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*([\"'])(.*?)\\1", Pattern.DOTALL);
  private static final String BLANKS = "[ \\t\\r\\n]*";
  private static final String EQUALS = BLANKS + "=" + BLANKS;

  /** No declaration, or one that is well-formed to its end. */
  private static final Pattern VERSION_1_0 =
      Pattern.compile(
          "^(?!<\\?xml\\s)|^<\\?xml\\s"
              + (BLANKS + "version" + EQUALS + "([\"'])1\\.0\\1")
              + ("(?:\\s" + BLANKS + "encoding" + EQUALS + "([\"'])[A-Za-z][\\w.-]*\\2)?")
              + ("(?:\\s" + BLANKS + "standalone" + EQUALS + "([\"'])(?:yes|no)\\3)?")
              + (BLANKS + "\\?>"));

  private static final Pattern VERSION_1_1 =
      Pattern.compile("^<\\?xml\\s[^>]*?version\\s*=\\s*[\"']1\\.1[\"']");

  private final InputStream rest;
  private final Encoding encoding;
  private final String encodingName;
  private final boolean version10;
  private final boolean version11;
  private final @Nullable Finding refusal;

  private Opening(
      InputStream rest,
      Encoding encoding,
      String encodingName,
      boolean version10,
      boolean version11,
      @Nullable Finding refusal) {
    this.rest = rest;
    this.encoding = encoding;
    this.encodingName = encodingName;
    this.version10 = version10;
    this.version11 = version11;
    this.refusal = refusal;
  }

  static Opening of(InputStream file) throws IOException {
    byte[] head = file.readNBytes(LOOK_AHEAD);
    Encoding pattern = pattern(head);
    String text = text(head, pattern);
    Matcher declaration = DECLARED_ENCODING.matcher(text);
    String declared = declaration.find() ? declaration.group(2) : pattern.name();
    Encoding encoding = agreed(pattern, declared);
    Finding refusal = null;
    if (isUtf32(head)) {
      declared = "UTF-32";
      refusal = refused(FindingCode.ENCODING, declared);
    } else if (!text.stripLeading().startsWith("<") && !(text.isBlank() && isCut(head))) {
      refusal = refused(FindingCode.NOT_XML);
    } else if (encoding == null) {
      refusal = refused(FindingCode.ENCODING, declared);
    }
    PushbackInputStream rest = new PushbackInputStream(file, LOOK_AHEAD);
    rest.unread(head, pattern.markLength(), head.length - pattern.markLength());
    return new Opening(
        rest,
        encoding == null ? pattern : encoding,
        encoding == null ? declared : encoding.name(),
        VERSION_1_0.matcher(text).find(),
        VERSION_1_1.matcher(text).find(),
        refusal);
  }

  /** The file behind its byte order mark. */
  InputStream rest() {
    return rest;
  }

  Encoding encoding() {
    return encoding;
  }

  /** The encoding, or what the file gives out as one. */
  String encodingName() {
    return encodingName;
  }

  /** Whether it surely is XML 1.0. */
  boolean version10() {
    return version10;
  }

  /** XML 1.1 has other blanks and line ends than XML 1.0, and other legal characters. */
  boolean version11() {
    return version11;
  }

  /** Why the file can't be read at all; null when it can be tried. */
  @Nullable Finding refusal() {
    return refusal;
  }

  private static Encoding pattern(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(UTF_8, 3);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new Encoding(UTF_16BE, 2);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return new Encoding(UTF_16LE, 2);
    }
    if (startsWith(head, 0, '<', 0)) {
      return new Encoding(UTF_16BE, 0);
    }
    if (startsWith(head, '<', 0) && head.length > 3 && head[3] == 0) {
      return new Encoding(UTF_16LE, 0);
    }
    return new Encoding(UTF_8, 0);
  }

  private static boolean isUtf32(byte[] head) {
    return startsWith(head, 0, 0, 0xFE, 0xFF)
        || startsWith(head, 0xFF, 0xFE, 0, 0)
        || startsWith(head, 0, 0, 0, '<')
        || startsWith(head, '<', 0, 0, 0);
  }

  /** The start of the file as text, good for all that is ASCII. */
  private static String text(byte[] head, Encoding pattern) {
    Charset charset = pattern.unitSize() == 2 ? pattern.charset() : ISO_8859_1;
    int mark = pattern.markLength();
    return new String(head, mark, head.length - mark, charset);
  }

  private static boolean isCut(byte[] head) {
    return head.length == LOOK_AHEAD;
  }

  private static @Nullable Encoding agreed(Encoding pattern, String declared) {
    Charset charset;
    try {
      charset = Charset.forName(declared);
    } catch (IllegalArgumentException e) {
      return null; // no name of an encoding, or one that is unknown here
    }
    if (!pattern.agreesWith(charset)) {
      return null;
    }
    return pattern.unitSize() == 2 ? pattern : new Encoding(charset, pattern.markLength());
  }

  private static Finding refused(FindingCode code, String... arguments) {
    return new Finding(code, Severity.FILE, 1, 1, "", List.of(arguments));
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
