package org.guichet.flux.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The towns of France by INSEE code (also former ones, delegated and associated communes,
 * arrondissements), by postal code and by name. What isn't in it may be newer or older than the
 * packaged table, whose source NOTICE.md beside it names; so nothing is wrong for being unknown
 * here.
 */
final class BirthPlaces {
  private final PlaceTable table;

  /** Hashes of the folded names, each worked out when first wanted; 0 before. */
  private final int[] hashes;

  // Most files want none of them, and each takes longer than a small file.
  private final LazyIndex byPostalCode = new LazyIndex(this::indexPostalCodes);
  private final LazyIndex byAbove = new LazyIndex(this::indexParts);
  private final LazyIndex byName = new LazyIndex(this::indexNames);

  BirthPlaces(PlaceTable table) {
    this.table = table;
    hashes = new int[table.lines()];
  }

  /** Read once, when first wanted. */
  static BirthPlaces packaged() {
    return Packaged.PLACES;
  }

  private static final class Packaged {
    private static final BirthPlaces PLACES = new BirthPlaces(PlaceTable.packaged());
  }

  /** Whether the INSEE code is one, today or formerly. */
  boolean knows(String insee) {
    return line(insee) != PlaceTable.NONE;
  }

  boolean knowsPostalCode(String postalCode) {
    return byPostalCode.get().has(PlaceTable.key(postalCode));
  }

  /** How the town of an INSEE code is called; a former code's by the name of what became of it. */
  String name(String insee) {
    int line = line(insee);
    if (line == PlaceTable.NONE) {
      return "";
    }
    return table.named(line) ? table.name(line) : name(table.aboveText(line));
  }

  /** The code that took the place of a former one; null where this one is in force. */
  @Nullable String successor(String insee) {
    int line = line(insee);
    return line == PlaceTable.NONE || table.named(line) ? null : table.aboveText(line);
  }

  /**
   * Whether the town of an INSEE code may be called so: by its own name, that of the town it
   * belongs to, or one of those that belong to it. How the towns of codes that were given up were
   * called isn't known, except where they only got another number with another department.
   */
  boolean isCalled(String insee, TownName label) {
    String successor = successor(insee);
    if (successor != null && successor.startsWith(insee.substring(0, 2))) {
      return true;
    }
    int code = PlaceTable.key(insee);
    return anyCalled(code, label, false) || anyCalled(code, label, true);
  }

  /** Whether a town of this name has the postal code. */
  boolean serves(String postalCode, TownName label) {
    int code = PlaceTable.key(postalCode);
    LineIndex lines = byPostalCode.get();
    return lines.any(code, line -> anyCalled(table.code(line), label, false))
        || lines.any(code, line -> anyCalled(table.code(line), label, true));
  }

  private boolean anyCalled(int code, TownName label, boolean loosely) {
    for (int line = table.first(code); table.isOf(line, code); line++) {
      if (called(line, label, loosely) || wholeCalled(table.above(line), label, loosely)) {
        return true;
      }
    }
    return byAbove.get().any(code, part -> called(part, label, loosely));
  }

  private boolean wholeCalled(int code, TownName label, boolean loosely) {
    for (int line = table.first(code); table.isOf(line, code); line++) {
      if (called(line, label, loosely)) {
        return true;
      }
    }
    return false;
  }

  /** Names are compared by their hashes: two of them are the same once in billions of times. */
  private boolean called(int line, TownName label, boolean loosely) {
    if (!table.named(line)) {
      return false;
    }
    return loosely
        ? label.maybe(TownName.of(table.name(line)).folded())
        : hash(line) == label.folded().hashCode();
  }

  private int hash(int line) {
    int hash = hashes[line];
    if (hash == 0) {
      hash = TownName.of(table.name(line)).folded().hashCode();
      hashes[line] = hash; // another thread may do the same, and comes to the same
    }
    return hash;
  }

  /** The names of towns that have a postal code, without those of their parts. */
  List<String> towns(String postalCode) {
    Set<String> towns = new LinkedHashSet<>();
    byPostalCode
        .get()
        .each(
            PlaceTable.key(postalCode),
            line -> {
              if (table.above(line) == PlaceTable.NONE) {
                towns.add(table.name(line));
              }
            });
    return new ArrayList<>(towns);
  }

  /** The INSEE codes of towns of this very name. */
  List<String> codes(TownName label) {
    Set<String> found = new TreeSet<>();
    byName.get().each(label.folded().hashCode(), line -> found.add(table.codeText(line)));
    return new ArrayList<>(found);
  }

  /** The postal codes of towns of this very name. */
  List<String> postalCodes(TownName label) {
    Set<String> found = new TreeSet<>();
    byName
        .get()
        .each(
            label.folded().hashCode(),
            line -> {
              addPostalCodes(table.code(line), found);
              addPostalCodes(table.above(line), found);
            });
    return new ArrayList<>(found);
  }

  private void addPostalCodes(int code, Set<String> found) {
    for (int line = table.first(code); table.isOf(line, code); line++) {
      table.postalCodes(line, place -> found.add(table.text(place)));
    }
  }

  private int line(String insee) {
    return table.first(PlaceTable.key(insee));
  }

  private void indexPostalCodes(LineIndex.Builder index) {
    for (int line = 0; line < table.lines(); line++) {
      int each = line;
      table.postalCodes(line, place -> index.add(table.codeAt(place), each));
    }
  }

  private void indexParts(LineIndex.Builder index) {
    for (int line = 0; line < table.lines(); line++) {
      if (table.above(line) != PlaceTable.NONE) {
        index.add(table.above(line), line);
      }
    }
  }

  private void indexNames(LineIndex.Builder index) {
    for (int line = 0; line < table.lines(); line++) {
      if (table.named(line)) {
        index.add(hash(line), line);
      }
    }
  }
}
