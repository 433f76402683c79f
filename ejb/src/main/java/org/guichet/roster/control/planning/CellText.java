package org.guichet.roster.control.planning;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.guichet.flux.register.NameFolding;
import org.jspecify.annotations.Nullable;

/** Values of cells in the form in which they are kept and compared. */
final class CellText {
  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s\\p{Cf}\\p{Cc}]+");
  private static final String FORMULA_STARTS = "=+-@";
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
  private static final int EMAIL_AT_MOST = 254;
  private static final String PHONE_JOINTS = " ./()-";
  private static final Pattern FRENCH_ABROAD =
      Pattern.compile("(?:\\+|00)33\\(?0?\\)?([1-9]\\d{8})");
  private static final Pattern ZERO_LOST = Pattern.compile("[1-9]\\d{8}");
  private static final Pattern PHONE = Pattern.compile("\\+?\\d{4,15}");
  private static final Pattern INE = Pattern.compile("[0-9A-Z]{11}");
  private static final String IN_NAMES = " .,'’‘ʼ`´()-‐‑";
  private static final Map<String, String> SEXES =
      Map.ofEntries(
          Map.entry("F", "F"),
          Map.entry("FILLE", "F"),
          Map.entry("FEMININ", "F"),
          Map.entry("FEMME", "F"),
          Map.entry("2", "F"),
          Map.entry("M", "M"),
          Map.entry("H", "M"),
          Map.entry("G", "M"),
          Map.entry("GARCON", "M"),
          Map.entry("MASCULIN", "M"),
          Map.entry("HOMME", "M"),
          Map.entry("1", "M"));
  private static final Set<String> SIRS = Set.of("M", "MR", "MONSIEUR", "MONS", "SIR");
  private static final Set<String> MADAMS =
      Set.of("MME", "MADAME", "MLLE", "MADEMOISELLE", "MRS", "MS", "MISS");

  private CellText() {}

  /** Without blanks around, single ones within, and without what keeps a formula from being one. */
  static String clean(String cell) {
    if (cell.isEmpty()) {
      return cell;
    }
    String text = isPlain(cell) ? cell : BLANKS.matcher(cell).replaceAll(" ").strip();
    boolean guarded =
        text.length() > 1 && text.charAt(0) == '\'' && FORMULA_STARTS.indexOf(text.charAt(1)) >= 0;
    return guarded ? text.substring(1) : text;
  }

  /** Most cells have nothing to be cleaned of. */
  private static boolean isPlain(String cell) {
    boolean blank = true;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ' ') {
        if (blank) {
          return false;
        }
        blank = true;
      } else if (c < ' ' || (c >= 0x7F && !Character.isLetter(c))) {
        return false;
      } else {
        blank = false;
      }
    }
    return !blank;
  }

  static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean mark = c > 0x2FF && Character.getType(c) == Character.NON_SPACING_MARK;
      boolean part = Character.isLetter(c) || mark;
      if (!part && IN_NAMES.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** {@code M} or {@code F}; null for anything else. */
  static @Nullable String sex(String text) {
    return SEXES.get(NameFolding.key(text));
  }

  /** {@code M.} or {@code Mme}; null for anything else. */
  static @Nullable String civility(String text) {
    String key = NameFolding.key(text);
    if (SIRS.contains(key)) {
      return "M.";
    }
    return MADAMS.contains(key) ? "Mme" : null;
  }

  static boolean isEmail(String text) {
    return text.length() <= EMAIL_AT_MOST && EMAIL.matcher(text).matches();
  }

  /** {@code 0612345678}, or with a plus abroad; null for anything else. */
  static @Nullable String phone(String text) {
    String digits = withoutJoints(text);
    if (digits.length() == 10 && digits.charAt(0) == '0' && isDigits(digits)) {
      return digits;
    }
    var french = FRENCH_ABROAD.matcher(digits);
    if (french.matches()) {
      return "0" + french.group(1);
    }
    if (ZERO_LOST.matcher(digits).matches()) {
      return "0" + digits; // a spreadsheet took it for a number
    }
    String abroad = digits.startsWith("00") ? "+" + digits.substring(2) : digits;
    return PHONE.matcher(abroad).matches() ? abroad : null;
  }

  private static String withoutJoints(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (PHONE_JOINTS.indexOf(text.charAt(i)) < 0) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The national number of a pupil; null when it can't be one. */
  static @Nullable String ine(String text) {
    String code = text.replace(" ", "").toUpperCase(Locale.ROOT);
    return INE.matcher(code).matches() ? code : null;
  }
}
