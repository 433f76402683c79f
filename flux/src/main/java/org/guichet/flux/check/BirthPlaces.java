package org.guichet.flux.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The towns of France by INSEE code (also former ones, delegated and associated communes,
 * arrondissements), by postal code and by name. What isn't in it may be newer or older than the
 * packaged table, whose source NOTICE.md beside it names; so what it doesn't know is never wrong
 * for that.
 *
 * <p>The table stays the bytes that it is packaged as, some megabytes with the indexes on it.
 */
final class BirthPlaces {
  private static final String TABLE = "birth-places.csv";
  private static final int MAX_SUGGESTED = 5;
  private static final int NONE = -1;
  private static final int CODE_RADIX = 36;

  private final byte[] table;
  private final int[] starts;
  private final int[] codes;
  private final int[] above;

  /** Hashes of the folded names, each worked out when first wanted; 0 before. */
  private final int[] names;

  /** Each: what is looked up in the upper half, the line in the lower one; sorted. */
  private final long[] byPostalCode;

  private final long[] byAbove;
  private volatile long @Nullable [] byName;

  private BirthPlaces(byte[] table) {
    this.table = table;
    int lines = 0;
    int postalCodes = 0;
    for (byte character : table) {
      lines += character == '\n' ? 1 : 0;
      postalCodes += character == ',' || character == '\n' ? 1 : 0;
    }
    starts = new int[lines + 1];
    codes = new int[lines];
    above = new int[lines];
    names = new int[lines];
    Index postal = new Index(postalCodes);
    Index children = new Index(lines);
    int start = 0;
    for (int line = 0; line < lines; line++) {
      starts[line] = start;
      codes[line] = code(start);
      above[line] = NONE;
      int at = postalCodes(line);
      for (; table[at] != ';'; at = nextPostalCode(at)) {
        postal.add(code(at), line);
      }
      int end = next('\n', at);
      if (end > at + 1) {
        above[line] = code(at + 1);
        children.add(above[line], line);
      }
      start = end + 1;
    }
    starts[lines] = start;
    byPostalCode = postal.sorted();
    byAbove = children.sorted();
  }

  /** Read once, when first wanted. */
  static BirthPlaces packaged() {
    return Packaged.TABLE;
  }

  static BirthPlaces of(byte[] table) {
    return new BirthPlaces(table);
  }

  private static final class Packaged {
    private static final BirthPlaces TABLE = load();

    private static BirthPlaces load() {
      try (InputStream table = BirthPlaces.class.getResourceAsStream(BirthPlaces.TABLE)) {
        if (table == null) {
          throw new IllegalStateException(BirthPlaces.TABLE + " isn't packaged");
        }
        return new BirthPlaces(table.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whether the INSEE code is one, today or formerly. */
  boolean knows(String insee) {
    return first(key(insee)) != NONE;
  }

  boolean knowsPostalCode(String postalCode) {
    return entry(byPostalCode, key(postalCode)) != NONE;
  }

  /** How the town of an INSEE code is called; a former code's by the name of what became of it. */
  String name(String insee) {
    int line = first(key(insee));
    if (line == NONE) {
      return "";
    }
    return named(line) ? name(line) : name(Math.max(0, first(above[line])));
  }

  /** The code that took the place of a former one; null where this one is in force. */
  @Nullable String successor(String insee) {
    int line = first(key(insee));
    return line == NONE || named(line) ? null : text(starts[line + 1] - Insee.LENGTH - 1);
  }

  /**
   * Whether the town of an INSEE code may be called so: by its own name, that of the town it
   * belongs to, or one of those that belong to it. How the towns of codes that were given up were
   * called isn't known, except where they only got another number with another department.
   */
  boolean isCalled(String insee, TownName label) {
    int code = key(insee);
    String successor = successor(insee);
    if (successor != null && successor.startsWith(insee.substring(0, 2))) {
      return true;
    }
    return anyCalled(code, label, false) || anyCalled(code, label, true);
  }

  private boolean anyCalled(int code, TownName label, boolean loosely) {
    for (int line = first(code); line != NONE && isOf(line, code); line++) {
      if (called(line, label, loosely)
          || (above[line] != NONE && aboveCalled(line, label, loosely))) {
        return true;
      }
    }
    return childrenCalled(code, label, loosely);
  }

  private boolean isOf(int line, int code) {
    return line < codes.length && codes[line] == code;
  }

  private boolean aboveCalled(int line, TownName label, boolean loosely) {
    int code = above[line];
    for (int up = first(code); up != NONE && isOf(up, code); up++) {
      if (called(up, label, loosely)) {
        return true;
      }
    }
    return false;
  }

  private boolean childrenCalled(int code, TownName label, boolean loosely) {
    for (int i = entry(byAbove, code); i != NONE && isAt(byAbove, i, code); i++) {
      if (called((int) byAbove[i], label, loosely)) {
        return true;
      }
    }
    return false;
  }

  /** Names are compared by their hashes: two of them are the same once in billions of times. */
  private boolean called(int line, TownName label, boolean loosely) {
    if (!named(line)) {
      return false;
    }
    return loosely
        ? label.maybe(TownName.of(name(line)).folded())
        : hash(line) == label.folded().hashCode();
  }

  private int hash(int line) {
    int hash = names[line];
    if (hash == 0) {
      hash = TownName.of(name(line)).folded().hashCode();
      names[line] = hash; // another thread may do the same, and comes to the same
    }
    return hash;
  }

  /** Whether a town of this name has the postal code. */
  boolean serves(String postalCode, TownName label) {
    return anyServed(key(postalCode), label, false) || anyServed(key(postalCode), label, true);
  }

  private boolean anyServed(int postalCode, TownName label, boolean loosely) {
    for (int i = entry(byPostalCode, postalCode);
        i != NONE && isAt(byPostalCode, i, postalCode);
        i++) {
      int line = (int) byPostalCode[i];
      if (called(line, label, loosely)
          || childrenCalled(codes[line], label, loosely)
          || anyCalled(codes[line], label, loosely)) {
        return true;
      }
    }
    return false;
  }

  /** The names of towns that have a postal code, without their parts; the first of them. */
  List<String> towns(String postalCode) {
    List<String> towns = new ArrayList<>();
    int key = key(postalCode);
    for (int i = entry(byPostalCode, key); i != NONE && isAt(byPostalCode, i, key); i++) {
      int line = (int) byPostalCode[i];
      if (above[line] == NONE && towns.size() < MAX_SUGGESTED) {
        towns.add(name(line));
      }
    }
    return towns;
  }

  /** The INSEE codes of towns of this very name, the first of them. */
  List<String> codes(TownName label) {
    Set<String> found = new TreeSet<>();
    int name = label.folded().hashCode();
    long[] index = byName();
    for (int i = entry(index, name); i != NONE && isAt(index, i, name); i++) {
      found.add(text(starts[(int) index[i]]));
    }
    return found.stream().limit(MAX_SUGGESTED).toList();
  }

  /** The postal codes of towns of this very name, the first of them. */
  List<String> postalCodes(TownName label) {
    Set<String> found = new TreeSet<>();
    int name = label.folded().hashCode();
    long[] index = byName();
    for (int i = entry(index, name); i != NONE && isAt(index, i, name); i++) {
      int line = (int) index[i];
      addPostalCodes(codes[line], found);
      addPostalCodes(above[line], found);
    }
    return found.stream().limit(MAX_SUGGESTED).toList();
  }

  /** Wanted only where something is wrong, and it takes as long as all the rest. */
  private long[] byName() {
    long[] index = byName;
    if (index == null) {
      Index all = new Index(codes.length);
      for (int line = 0; line < codes.length; line++) {
        if (named(line)) {
          all.add(hash(line), line);
        }
      }
      index = all.sorted();
      byName = index;
    }
    return index;
  }

  private void addPostalCodes(int code, Set<String> found) {
    for (int line = first(code); line != NONE && isOf(line, code); line++) {
      for (int at = postalCodes(line); table[at] != ';'; at = nextPostalCode(at)) {
        found.add(text(at));
      }
    }
  }

  /** Where the postal codes of a line start; a semicolon ends them. */
  private int postalCodes(int line) {
    return next(';', starts[line] + Insee.LENGTH + 1) + 1;
  }

  private int nextPostalCode(int at) {
    int end = at + Insee.LENGTH;
    return table[end] == ',' ? end + 1 : end;
  }

  private boolean named(int line) {
    return table[starts[line] + Insee.LENGTH + 1] != ';';
  }

  private String name(int line) {
    int start = starts[line] + Insee.LENGTH + 1;
    return new String(table, start, next(';', start) - start, UTF_8);
  }

  private String text(int start) {
    return new String(table, start, Insee.LENGTH, UTF_8);
  }

  private int next(char character, int from) {
    int at = from;
    while (table[at] != character) {
      at++;
    }
    return at;
  }

  private int code(int start) {
    int key = 0;
    for (int i = start; i < start + Insee.LENGTH; i++) {
      key = key * CODE_RADIX + digit((char) table[i]);
    }
    return key;
  }

  private static int key(String code) {
    if (code.length() != Insee.LENGTH) {
      return NONE;
    }
    int key = 0;
    for (int i = 0; i < Insee.LENGTH; i++) {
      int digit = digit(code.charAt(i));
      if (digit < 0) {
        return NONE;
      }
      key = key * CODE_RADIX + digit;
    }
    return key;
  }

  /** Of capital letters and digits, in the order of the table. */
  private static int digit(char character) {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    return character >= 'A' && character <= 'Z' ? character - 'A' + 10 : -1;
  }

  /** The first line of a code. */
  private int first(int code) {
    int line = Arrays.binarySearch(codes, code);
    if (line < 0) {
      return NONE;
    }
    while (line > 0 && codes[line - 1] == code) {
      line--;
    }
    return line;
  }

  private static int entry(long[] index, int wanted) {
    int at = Arrays.binarySearch(index, (long) wanted << Integer.SIZE);
    int from = at < 0 ? -at - 1 : at;
    return from < index.length && isAt(index, from, wanted) ? from : NONE;
  }

  private static boolean isAt(long[] index, int at, int wanted) {
    return at < index.length && (int) (index[at] >> Integer.SIZE) == wanted;
  }

  private static final class Index {
    private final long[] entries;
    private int size;

    Index(int most) {
      entries = new long[most];
    }

    void add(int key, int line) {
      entries[size++] = ((long) key << Integer.SIZE) | line;
    }

    long[] sorted() {
      long[] sorted = Arrays.copyOf(entries, size);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
