package org.guichet.flux.report;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of receipts' files, as certifiers' programs look for them: {@code
 * Accuse_de_traitement_<dropped name>_<YYYYMMDD>.xml}. Only {@code A-Z a-z 0-9 . _ -}, and 255
 * bytes at most: the dropped name is cut where it is too long.
 */
public final class ReceiptFileName {
  private static final int MAX_LENGTH = 255;
  private static final String TRIAL = "ESSAI_";
  private static final String EXTENSION = ".xml";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
  private static final Map<String, String> LIGATURES =
      Map.of("œ", "oe", "Œ", "OE", "æ", "ae", "Æ", "AE", "ß", "ss");

  private ReceiptFileName() {}

  /**
   * Of an accusé de traitement.
   *
   * @param droppedName as the file was dropped, its extension included
   * @param day of the receipt, in the deployment's zone
   * @param again idTraitement when there is one of the same name and day already; else null
   */
  public static String processing(
      String droppedName, LocalDate day, boolean trial, @Nullable Long again) {
    return name("Accuse_de_traitement_", droppedName, day, trial, again);
  }

  /** Of an accusé de réception; parameters as for {@link #processing}. */
  public static String reception(
      String droppedName, LocalDate day, boolean trial, @Nullable Long again) {
    return name("Accuse_de_reception_", droppedName, day, trial, again);
  }

  private static String name(
      String kind, String droppedName, LocalDate day, boolean trial, @Nullable Long again) {
    String start = (trial ? TRIAL : "") + kind;
    String end = "_" + DAY.format(day) + (again == null ? "" : "_" + again) + EXTENSION;
    String middle = folded(droppedName);
    int room = MAX_LENGTH - start.length() - end.length();
    return start + middle.substring(0, Math.min(room, middle.length())) + end;
  }

  private static String folded(String name) {
    String plain = name;
    for (Map.Entry<String, String> ligature : LIGATURES.entrySet()) {
      plain = plain.replace(ligature.getKey(), ligature.getValue());
    }
    plain = ACCENT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    StringBuilder safe = new StringBuilder();
    plain.codePoints().forEach(c -> safe.append(isSafe(c) ? (char) c : '_'));
    return safe.toString();
  }

  private static boolean isSafe(int c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }
}
