package org.guichet.flux.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Severity;
import org.jspecify.annotations.Nullable;

/** How findings and passages lie in a spool; read by nothing but what wrote it. */
final class Codec {
  private static final List<FindingCode> CODES = List.of(FindingCode.values());
  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static final int NULL = -1;

  private Codec() {}

  static void write(DataOutput out, Finding finding) throws IOException {
    out.writeShort(CODES.indexOf(finding.code()));
    out.writeByte(SEVERITIES.indexOf(finding.severity()));
    out.writeInt(finding.line());
    out.writeInt(finding.column());
    write(out, finding.path());
    write(out, finding.value());
    out.writeInt(finding.arguments().size());
    for (String argument : finding.arguments()) {
      write(out, argument);
    }
  }

  static Finding finding(DataInput in) throws IOException {
    FindingCode code = CODES.get(in.readShort());
    Severity severity = SEVERITIES.get(in.readByte());
    int line = in.readInt();
    int column = in.readInt();
    String path = text(in);
    String value = textOrNull(in);
    int count = in.readInt();
    List<String> arguments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      arguments.add(text(in));
    }
    return new Finding(code, severity, line, column, path, value, arguments);
  }

  static void write(DataOutput out, PlacedFinding placed) throws IOException {
    out.writeInt(placed.passage());
    write(out, placed.idTechnique());
    write(out, placed.finding());
  }

  static PlacedFinding placed(DataInput in) throws IOException {
    int passage = in.readInt();
    String idTechnique = textOrNull(in);
    return new PlacedFinding(finding(in), passage, idTechnique);
  }

  static void write(DataOutput out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(NULL);
    } else {
      byte[] bytes = text.getBytes(UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  static @Nullable String textOrNull(DataInput in) throws IOException {
    int length = in.readInt();
    if (length == NULL) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, UTF_8);
  }

  private static String text(DataInput in) throws IOException {
    String text = textOrNull(in);
    if (text == null) {
      throw new IOException("A spool has changed behind our back");
    }
    return text;
  }
}
