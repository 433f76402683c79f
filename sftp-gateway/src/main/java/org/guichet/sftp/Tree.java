package org.guichet.sftp;

import static org.guichet.deposit.entity.DropFolder.REAL;
import static org.guichet.deposit.entity.DropFolder.TRIAL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.PartialFile;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.receipt.entity.OutboxEntry;

/**
 * What one visitor sees: {@code /depot}, {@code /essai}, {@code /accuses}, {@code /incomplets},
 * {@code /import}, as far as the key's scopes go, and nothing else. A path is found here or
 * nowhere: no name is ever handed to a file system.
 */
final class Tree {
  static final String DEPOSITS = "depot";
  static final String TRIALS = "essai";
  static final String RECEIPTS = "accuses";
  static final String UNFINISHED = "incomplets";
  static final String IMPORTS = "import";
  static final String REPORTS = "rapports";

  /** Folders of an import, in the order of its profiles. */
  static final Map<String, DropFolder> PEOPLE = people();

  private static Map<String, DropFolder> people() {
    Map<String, DropFolder> people = new LinkedHashMap<>();
    people.put("eleves", DropFolder.PUPILS);
    people.put("parents", DropFolder.PARENTS);
    people.put("enseignants", DropFolder.TEACHERS);
    people.put("personnels", DropFolder.STAFF);
    people.put("invites", DropFolder.GUESTS);
    return Collections.unmodifiableMap(people);
  }

  private final Desk desk;
  private final Visit visit;

  Tree(Desk desk, Visit visit) {
    this.desk = desk;
    this.visit = visit;
  }

  /** A node and its name in its folder. */
  record Entry(String name, Node node) {}

  /** What {@code names} leads to from the root; normalised, without dots. */
  Optional<Node> find(List<String> names) {
    if (visit.over()) {
      return Optional.empty();
    }
    if (names.isEmpty()) {
      return Optional.of(new Node.Root(visit.since()));
    }
    List<String> below = names.subList(1, names.size());
    return switch (names.get(0)) {
      case DEPOSITS -> drops(REAL, below);
      case TRIALS -> drops(TRIAL, below);
      case RECEIPTS -> receipts(below);
      case UNFINISHED -> unfinished(below);
      case IMPORTS -> imports(below);
      default -> Optional.empty();
    };
  }

  /** What lies in {@code folder}, by name. */
  List<Entry> list(Node.Folder folder) {
    if (folder instanceof Node.Drops drops) {
      return listDrops(drops.folder());
    }
    if (folder instanceof Node.Receipts receipts) {
      return listReceipts(receipts);
    }
    if (folder instanceof Node.Unfinished unfinished) {
      return listUnfinished(unfinished);
    }
    if (folder instanceof Node.Reports) {
      return desk.reports().list(visit.caller()).stream()
          .map(report -> new Entry(report.name(), new Node.Report(report)))
          .toList();
    }
    if (folder instanceof Node.Imports) {
      return below(List.of(IMPORTS), Stream.concat(PEOPLE.keySet().stream(), Stream.of(REPORTS)));
    }
    return below(List.of(), Stream.of(DEPOSITS, TRIALS, RECEIPTS, UNFINISHED, IMPORTS));
  }

  private List<Entry> below(List<String> above, Stream<String> names) {
    return names
        .flatMap(
            name ->
                find(Stream.concat(above.stream(), Stream.of(name)).toList())
                    .map(node -> new Entry(name, node))
                    .stream())
        .toList();
  }

  /** The drop folder that {@code names} is a file's path in, whether or not the file is there. */
  Optional<DropFolder> dropFolder(List<String> names) {
    return names.isEmpty()
        ? Optional.empty()
        : find(names.subList(0, names.size() - 1)).flatMap(Tree::folderOf);
  }

  private static Optional<DropFolder> folderOf(Node node) {
    return node instanceof Node.Drops drops ? Optional.of(drops.folder()) : Optional.empty();
  }

  Arrivals.Place place(DropFolder folder, String name) {
    return new Arrivals.Place(visit.who().organisation(), folder, name);
  }

  /** What a drop folder shows under {@code name}. */
  Optional<Node.Dropped> dropped(DropFolder folder, String name) {
    Arrivals.Place place = place(folder, name);
    return desk.arrivals()
        .coming(place)
        .map(Upload::shown)
        .or(() -> waiting(folder).filter(part -> part.name().equals(name)).findFirst())
        .or(() -> desk.arrivals().taken(place))
        .map(this::dated);
  }

  /** With the time that its client gave it, if it did. */
  private Node.Dropped dated(Node.Dropped file) {
    return desk.arrivals()
        .stamps()
        .of(place(file.folder(), file.name()))
        .map(file::at)
        .orElse(file);
  }

  private Stream<Node.Dropped> waiting(DropFolder folder) {
    return desk.spool().parts(visit.caller(), folder).stream()
        .map(
            part ->
                new Node.Dropped(
                    folder, part.name(), part.size(), part.changedAt(), Node.Stage.WAITING));
  }

  private Optional<Node> drops(DropFolder folder, List<String> below) {
    if (!visit.may(KeyScope.DEPOSIT) || below.size() > 1) {
      return Optional.empty();
    }
    return below.isEmpty()
        ? Optional.of(new Node.Drops(folder, visit.since()))
        : dropped(folder, below.get(0)).map(Node.class::cast);
  }

  private Optional<Node> imports(List<String> below) {
    if (!visit.may(KeyScope.IMPORT) || below.size() > 2) {
      return Optional.empty();
    }
    if (below.isEmpty()) {
      return Optional.of(new Node.Imports(visit.since()));
    }
    String first = below.get(0);
    if (first.equals(REPORTS)) {
      return below.size() == 1
          ? Optional.of(new Node.Reports(visit.since()))
          : report(below.get(1));
    }
    return Optional.ofNullable(PEOPLE.get(first))
        .flatMap(
            folder ->
                below.size() == 1
                    ? Optional.of(new Node.Drops(folder, visit.since()))
                    : dropped(folder, below.get(1)));
  }

  private Optional<Node> report(String name) {
    return desk.reports().find(visit.caller(), name).map(Node.Report::new);
  }

  private Optional<Node> receipts(List<String> below) {
    if (!visit.may(KeyScope.RECEIPTS) || below.size() > 2) {
      return Optional.empty();
    }
    if (below.isEmpty()) {
      return Optional.of(new Node.Receipts("", visit.since()));
    }
    String first = below.get(0);
    if (below.size() == 2) {
      return receipt(first, below.get(1));
    }
    return receipt("", first)
        .or(
            () ->
                desk.outbox().folders(visit.caller()).contains(first)
                    ? Optional.of(new Node.Receipts(first, visit.since()))
                    : Optional.empty());
  }

  private Optional<Node> receipt(String folder, String name) {
    return desk.outbox().find(visit.caller(), folder, name).map(Node.Receipt::new);
  }

  /** Real ones lie in the folder itself, those of trials in a folder of their own within. */
  private Optional<Node> unfinished(List<String> below) {
    if (!visit.may(KeyScope.DEPOSIT)) {
      return Optional.empty();
    }
    if (below.isEmpty()) {
      return Optional.of(new Node.Unfinished(REAL, visit.since()));
    }
    if (below.size() == 1) {
      return remnant(REAL, below.get(0))
          .or(
              () ->
                  below.get(0).equals(TRIALS) && remnants(TRIAL).findAny().isPresent()
                      ? Optional.of(new Node.Unfinished(TRIAL, visit.since()))
                      : Optional.empty());
    }
    return below.size() == 2 && below.get(0).equals(TRIALS)
        ? remnant(TRIAL, below.get(1))
        : Optional.empty();
  }

  private Optional<Node> remnant(DropFolder folder, String name) {
    return remnants(folder)
        .filter(part -> part.name().equals(name))
        .findFirst()
        .map(Node.Remnant::new);
  }

  private Stream<PartialFile> remnants(DropFolder folder) {
    return desk.spool().parts(visit.caller(), folder).stream().filter(part -> !part.open());
  }

  private List<Entry> listDrops(DropFolder folder) {
    Map<String, Node.Dropped> byName = new LinkedHashMap<>();
    Stream<Node.Dropped> arrived = desk.arrivals().in(visit.who().organisation(), folder).stream();
    Stream.concat(waiting(folder), arrived)
        .forEach(file -> byName.merge(file.name(), file, Tree::fresher));
    return byName.entrySet().stream()
        .map(one -> new Entry(one.getKey(), dated(one.getValue())))
        .sorted(Comparator.comparing(Entry::name))
        .toList();
  }

  /** What is being written hides what waits, and that what was taken. */
  private static Node.Dropped fresher(Node.Dropped one, Node.Dropped other) {
    return one.stage().compareTo(other.stage()) <= 0 ? one : other;
  }

  private List<Entry> listReceipts(Node.Receipts folder) {
    List<OutboxEntry> receipts = desk.outbox().list(visit.caller(), folder.partner());
    List<Entry> entries = new ArrayList<>(receipts.size());
    if (folder.partner().isEmpty()) {
      for (String partner : desk.outbox().folders(visit.caller())) {
        entries.add(new Entry(partner, new Node.Receipts(partner, visit.since())));
      }
    }
    for (OutboxEntry receipt : receipts) {
      entries.add(new Entry(receipt.name(), new Node.Receipt(receipt)));
    }
    return entries;
  }

  private List<Entry> listUnfinished(Node.Unfinished shown) {
    List<Entry> entries = new ArrayList<>();
    if (shown.folder() == REAL) {
      find(List.of(UNFINISHED, TRIALS)).ifPresent(trials -> entries.add(new Entry(TRIALS, trials)));
    }
    remnants(shown.folder())
        .filter(part -> entries.stream().noneMatch(one -> one.name().equals(part.name())))
        .forEach(part -> entries.add(new Entry(part.name(), new Node.Remnant(part))));
    return entries;
  }
}
