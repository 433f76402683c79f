package org.guichet.roster.control.reading;

import java.nio.charset.Charset;
import java.util.List;
import org.guichet.roster.entity.Guess;
import org.guichet.roster.entity.Guess.Reason;

/** In which encoding a file was written, French first. */
public final class EncodingGuess {
  /** What a file may be read in, in the order in which equals are preferred. */
  public static final List<String> OFFERED =
      List.of(
          "UTF-8",
          "windows-1252",
          "ISO-8859-15",
          "ISO-8859-1",
          "x-MacRoman",
          "UTF-16LE",
          "UTF-16BE");

  private static final List<String> SINGLE_BYTES =
      List.of("windows-1252", "ISO-8859-15", "x-MacRoman");

  private static final String FRENCH = "éèêëàâçùûüîïôœæÿÉÈÊËÀÂÇÙÛÜÎÏÔŒÆŸ";
  private static final String TYPOGRAPHY = "’‘«»–—…°€“”\u00A0•²³·";

  private EncodingGuess() {}

  static Guess<String> of(ByteCensus bytes) {
    byte[] head = bytes.head();
    if (begins(head, 0xEF, 0xBB, 0xBF)) {
      return new Guess<>("UTF-8", Reason.BYTE_ORDER_MARK);
    }
    if (begins(head, 0xFF, 0xFE)) {
      return new Guess<>("UTF-16LE", Reason.BYTE_ORDER_MARK);
    }
    if (begins(head, 0xFE, 0xFF)) {
      return new Guess<>("UTF-16BE", Reason.BYTE_ORDER_MARK);
    }
    if (bytes.isWideWithZerosAtOdd()) {
      return new Guess<>("UTF-16LE", Reason.ZERO_BYTES);
    }
    if (bytes.isWideWithZerosAtEven()) {
      return new Guess<>("UTF-16BE", Reason.ZERO_BYTES);
    }
    if (bytes.isAscii()) {
      return new Guess<>("UTF-8", Reason.ONLY_ASCII);
    }
    if (bytes.isUtf8()) {
      return new Guess<>("UTF-8", Reason.VALID_UTF_8);
    }
    String best = SINGLE_BYTES.get(0);
    long most = Long.MIN_VALUE;
    for (String name : SINGLE_BYTES) {
      long score = score(bytes, Charset.forName(name));
      if (score > most) {
        most = score;
        best = name;
      }
    }
    return new Guess<>(best, Reason.FRENCH_LETTERS);
  }

  private static boolean begins(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** How French the file looks in an encoding of single bytes. */
  private static long score(ByteCensus bytes, Charset charset) {
    long score = 0;
    for (int b = 0x80; b <= 0xFF; b++) {
      char letter = new String(new byte[] {(byte) b}, charset).charAt(0);
      for (int before = ByteCensus.OTHER; before <= ByteCensus.UPPER; before++) {
        for (int after = ByteCensus.OTHER; after <= ByteCensus.UPPER; after++) {
          score += (long) bytes.count(before, b, after) * likely(before, letter, after);
        }
      }
    }
    return score;
  }

  private static int likely(int before, char letter, int after) {
    if (letter == '\uFFFD' || Character.isISOControl(letter)) {
      return -10;
    }
    boolean inWord = before != ByteCensus.OTHER && after != ByteCensus.OTHER;
    if (FRENCH.indexOf(letter) >= 0) {
      return likelyLetter(before, letter, after);
    }
    if (Character.isLetter(letter)) {
      return letter == 'ƒ' || letter == 'ª' || letter == 'º' ? -4 : likelyForeign(before, letter);
    }
    if (letter == '’') {
      return 2;
    }
    if (TYPOGRAPHY.indexOf(letter) >= 0) {
      return inWord ? -3 : 1;
    }
    return inWord ? -5 : -2;
  }

  private static int likelyLetter(int before, char letter, int after) {
    if (Character.isLowerCase(letter)) {
      return before == ByteCensus.UPPER && after == ByteCensus.UPPER ? 1 : 3;
    }
    if (before == ByteCensus.LOWER) {
      return -4; // a capital within a word of small letters
    }
    return before == ByteCensus.OTHER && after == ByteCensus.LOWER ? 2 : 3;
  }

  private static int likelyForeign(int before, char letter) {
    return Character.isUpperCase(letter) && before == ByteCensus.LOWER ? -4 : 0;
  }
}
