package org.guichet.roster.control.reading;

/** Whether bytes, one by one, are UTF-8. */
final class Utf8Check {
  private boolean valid = true;
  private int missing;
  private int least = 0x80;
  private int most = 0xBF;

  void add(int b) {
    if (missing > 0) {
      if (b < least || b > most) {
        valid = false;
      }
      missing--;
      least = 0x80;
      most = 0xBF;
    } else if (b >= 0x80) {
      begin(b);
    }
  }

  private void begin(int b) {
    if (b >= 0xC2 && b <= 0xDF) {
      missing = 1;
    } else if (b >= 0xE0 && b <= 0xEF) {
      missing = 2;
      least = b == 0xE0 ? 0xA0 : 0x80;
      most = b == 0xED ? 0x9F : 0xBF;
    } else if (b >= 0xF0 && b <= 0xF4) {
      missing = 3;
      least = b == 0xF0 ? 0x90 : 0x80;
      most = b == 0xF4 ? 0x8F : 0xBF;
    } else {
      valid = false;
    }
  }

  boolean isValid() {
    return valid && missing == 0;
  }
}
